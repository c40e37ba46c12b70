/** A window of one screen: wall board and alarm. No bar and no keys, but a drill is striped here as everywhere. */
import { Suspense } from 'react';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { DeskProvider } from '../desk/DeskProvider.tsx';
import { useDesk } from '../desk/deskContext.ts';
import { useT } from '../i18n/locale.ts';
import { SignInDialog } from '../identity/SignInDialog.tsx';
import { useRoute } from '../routes/navigation.ts';
import { renderScreen, SCREEN_TITLES } from '../routes/screens.tsx';
import { useTitle } from '../title/useTitle.ts';
import styles from './BareFrame.module.css';
import { ScreenBoundary } from './ScreenBoundary.tsx';
import { Waiting } from './Waiting.tsx';

export function BareFrame() {
  const t = useT();
  return (
    <DeskProvider
      setup={<EmptyState title={t('wall.notSetUp')} />}
      waiting={(failure, retry) => <Waiting failure={failure} onRetry={retry} />}
    >
      <Bare />
      <SignInDialog />
    </DeskProvider>
  );
}

function Bare() {
  const t = useT();
  const { desk } = useDesk();
  const route = useRoute();
  const drill = desk.kind !== 'live';
  const screen = t(SCREEN_TITLES[route.screen]);
  useTitle(screen, drill);
  return (
    <main className={styles.frame} data-drill={drill || undefined} aria-label={screen}>
      <ScreenBoundary>
        <Suspense fallback={null}>{renderScreen(route)}</Suspense>
      </ScreenBoundary>
    </main>
  );
}
