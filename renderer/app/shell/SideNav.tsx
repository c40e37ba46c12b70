/** The screens there are, each with its key. */
import { useT } from '../i18n/locale.ts';
import type { MessageKey } from '../i18n/translator.ts';
import { SHORTCUT_KEYS } from '../keyboard/shortcuts.ts';
import { useHref, useRoute } from '../routes/navigation.ts';
import type { Route, Screen } from '../routes/route.ts';
import styles from './SideNav.module.css';

type Item = {
  route: Route;
  title: MessageKey &
    (
      | 'app.board'
      | 'app.intake'
      | 'app.incidents'
      | 'app.warnings'
      | 'app.response'
      | 'app.groups'
      | 'app.reports'
      | 'app.log'
      | 'app.directory'
      | 'app.watch'
      | 'app.settings'
    );
  keyName: string | null;
  screens: readonly Screen[];
};

const ITEMS: readonly Item[] = [
  { route: { screen: 'board' }, title: 'app.board', keyName: SHORTCUT_KEYS.board, screens: ['board'] },
  { route: { screen: 'intake' }, title: 'app.intake', keyName: SHORTCUT_KEYS.intake, screens: ['intake', 'calls'] },
  {
    route: { screen: 'incidents' },
    title: 'app.incidents',
    keyName: SHORTCUT_KEYS.incident,
    screens: ['incidents', 'incident', 'statistics', 'timeline'],
  },
  { route: { screen: 'warnings' }, title: 'app.warnings', keyName: null, screens: ['warnings', 'warning'] },
  {
    route: { screen: 'response', incidentId: null },
    title: 'app.response',
    keyName: null,
    screens: ['response', 'callTree'],
  },
  { route: { screen: 'groups', incidentId: null }, title: 'app.groups', keyName: null, screens: ['groups'] },
  {
    route: { screen: 'reports' },
    title: 'app.reports',
    keyName: SHORTCUT_KEYS.report,
    screens: ['reports', 'report', 'bulletins'],
  },
  { route: { screen: 'directory' }, title: 'app.directory', keyName: null, screens: ['directory'] },
  { route: { screen: 'log' }, title: 'app.log', keyName: null, screens: ['log'] },
  { route: { screen: 'handover' }, title: 'app.watch', keyName: null, screens: ['handover', 'roster', 'shift'] },
  { route: { screen: 'settings' }, title: 'app.settings', keyName: null, screens: ['settings', 'officers'] },
];

export function SideNav() {
  const t = useT();
  const hrefOf = useHref();
  const { screen } = useRoute();
  return (
    <nav className={styles.nav} aria-label={t('app.nav')}>
      {ITEMS.map((item) => (
        <a
          key={item.title}
          href={hrefOf(item.route)}
          className={styles.item}
          aria-current={item.screens.includes(screen) ? 'page' : undefined}
        >
          <span>{t(item.title)}</span>
          {item.keyName && <kbd className={styles.key}>{item.keyName}</kbd>}
        </a>
      ))}
    </nav>
  );
}
