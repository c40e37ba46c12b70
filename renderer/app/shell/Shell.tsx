/** The frame around every screen: top bar, navigation, banners, alarms, the screen itself, the practice scrubber. */
import { Suspense, useEffect, useRef } from 'react';
import { AlarmBar } from '#renderer/features/alarms/AlarmBar.tsx';
import { NoteDialog } from '#renderer/features/log/NoteDialog.tsx';
import { PracticeBar } from '#renderer/features/practice/PracticeBar.tsx';
import { SetupScreen } from '#renderer/features/setup/SetupScreen.tsx';
import { ClueDialog } from '#renderer/features/warnings/ClueDialog.tsx';
import { HiddenText } from '#renderer/ui/VisuallyHidden.tsx';
import { useDailySelfCheck } from '../check/useDailySelfCheck.ts';
import { ConfirmDialog } from '../desk/ConfirmDialog.tsx';
import { DeskProvider } from '../desk/DeskProvider.tsx';
import { useDesk } from '../desk/deskContext.ts';
import { useT } from '../i18n/locale.ts';
import { useLockedAt } from '../identity/identity.ts';
import { LockBanner, LockedScreen, OPEN_WHILE_LOCKED } from '../identity/Locked.tsx';
import { SignInDialog } from '../identity/SignInDialog.tsx';
import { UnnamedCalls } from '../identity/UnnamedCalls.tsx';
import { useShortcuts } from '../keyboard/useShortcuts.ts';
import { useRoute } from '../routes/navigation.ts';
import { formatRoute } from '../routes/route.ts';
import { BARE_SCREENS, renderScreen, SCREEN_TITLES } from '../routes/screens.tsx';
import { useTitle } from '../title/useTitle.ts';
import { Banners } from './Banners.tsx';
import { BareFrame } from './BareFrame.tsx';
import { FindDialog } from './FindDialog.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { ScreenBoundary } from './ScreenBoundary.tsx';
import styles from './Shell.module.css';
import { SideNav } from './SideNav.tsx';
import { TopBar } from './TopBar.tsx';
import { Waiting } from './Waiting.tsx';

export function Shell() {
  const { screen } = useRoute();
  if (BARE_SCREENS.includes(screen)) return <BareFrame />;
  return (
    <DeskProvider setup={<SetupScreen />} waiting={(failure, retry) => <Waiting failure={failure} onRetry={retry} />}>
      <Frame />
      <ConfirmDialog />
      <SignInDialog />
    </DeskProvider>
  );
}

function Frame() {
  const t = useT();
  const { desk } = useDesk();
  const route = useRoute();
  useShortcuts();
  useDailySelfCheck();
  const drill = desk.kind !== 'live';
  const screen = t(SCREEN_TITLES[route.screen]);
  const path = formatRoute(route);
  const isLocked = useLockedAt() !== null;
  const isShut = isLocked && (drill || !OPEN_WHILE_LOCKED.includes(route.screen));

  useTitle(screen, drill);

  const main = useRef<HTMLElement>(null);
  const firstPath = useRef(path);
  useEffect(() => {
    if (firstPath.current === path) return;
    firstPath.current = '';
    // A new screen starts at its top, unless it has put the focus somewhere itself.
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [path]);

  return (
    <div className={styles.shell} data-drill={drill || undefined}>
      <a className={styles.skip} href="#main" onClick={(event) => (event.preventDefault(), main.current?.focus())}>
        {t('app.skip')}
      </a>
      <TopBar />
      <SideNav />
      <div className={styles.middle}>
        <Banners />
        <LockBanner />
        <UnnamedCalls />
        <AlarmBar />
        <main id="main" ref={main} tabIndex={-1} className={styles.main}>
          <h1>
            <HiddenText>{screen}</HiddenText>
          </h1>
          <ScreenBoundary key={path}>
            <Suspense fallback={<p className={styles.reading}>{t('app.reading')}</p>}>
              {isShut ? <LockedScreen /> : renderScreen(route)}
            </Suspense>
          </ScreenBoundary>
        </main>
        {desk.kind === 'practice' && <PracticeBar />}
      </div>
      <FindDialog />
      <KeysDialog />
      {/* What is typed in them is a draft, and there again after unlocking. */}
      {!isLocked && <NoteDialog />}
      {!isLocked && <ClueDialog />}
    </div>
  );
}
