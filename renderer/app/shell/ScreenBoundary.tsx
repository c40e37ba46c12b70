/** A screen that fails takes nothing else with it: the clock, the alarms and the other screens stay. */
import { Component, type ReactNode } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useT } from '../i18n/locale.ts';

type Props = { children: ReactNode; fallback: (retry: () => void) => ReactNode };

class Boundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    return this.state.failed ? this.props.fallback(() => this.setState({ failed: false })) : this.props.children;
  }
}

export function ScreenBoundary({ children }: { children: ReactNode }) {
  const t = useT();
  return (
    <Boundary
      fallback={(retry) => (
        <div role="alert">
          <EmptyState title={t('app.crashed')} actions={<Button onPress={retry}>{t('app.retry')}</Button>}>
            {t('app.crashedHelp')}
          </EmptyState>
        </div>
      )}
    >
      {children}
    </Boundary>
  );
}
