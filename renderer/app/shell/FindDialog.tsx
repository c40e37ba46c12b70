/** Ctrl/⌘ K: anything by name. Incidents first, then screens and commands, people, units. */
import { Autocomplete, Input, Menu, MenuItem, SearchField, useFilter } from 'react-aria-components';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { IncidentRow } from '#shared/contract/rows.ts';
import { useDesk } from '../desk/deskContext.ts';
import { useHostInfo } from '../desk/hostInfo.ts';
import { useDeskQuery } from '../desk/useDeskQuery.ts';
import { usePostLabel } from '../desk/usePostLabel.ts';
import { openWall } from '../desktop/openWall.ts';
import { closeDialog, useOpenDialog } from '../dialogs.ts';
import { useLabel, useT } from '../i18n/locale.ts';
import { SHORTCUT_KEYS, type Shortcut } from '../keyboard/shortcuts.ts';
import { useRunShortcut } from '../keyboard/useShortcuts.ts';
import { useOpenPractice } from '../practice/useOpenPractice.ts';
import { navigate } from '../routes/navigation.ts';
import styles from './FindDialog.module.css';

type Found = { id: string; kind: string; name: string; more: string; run: () => void };

export function FindDialog() {
  const t = useT();
  const isOpen = useOpenDialog()?.kind === 'find';
  return (
    <Dialog title={t('app.find.title')} isOpen={isOpen} onClose={closeDialog}>
      <Find />
    </Dialog>
  );
}

function Find() {
  const t = useT();
  const items = useFindable();
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <Autocomplete filter={contains}>
      <SearchField aria-label={t('app.find.prompt')} autoFocus className={styles.search ?? ''}>
        <Input className={styles.input ?? ''} placeholder={t('app.find.prompt')} />
      </SearchField>
      <Menu
        aria-label={t('app.find.title')}
        items={items}
        className={styles.list ?? ''}
        renderEmptyState={() => <p className={styles.none}>{t('app.find.none', { text: '' })}</p>}
      >
        {(item) => (
          <MenuItem
            id={item.id}
            textValue={`${item.name} ${item.more} ${item.kind}`}
            className={styles.item ?? ''}
            onAction={() => {
              closeDialog();
              item.run();
            }}
          >
            <span>{item.name}</span>
            <span className={styles.more}>
              {item.more} {item.kind}
            </span>
          </MenuItem>
        )}
      </Menu>
    </Autocomplete>
  );
}

function useFindable(): Found[] {
  const t = useT();
  const label = useLabel();
  const postLabel = usePostLabel();
  const { open: openPractice } = useOpenPractice();
  const run = useRunShortcut();
  const { desk, plan } = useDesk();
  const scenarios = useHostInfo(({ info }) => info?.scenarios) ?? [];
  const { data: incidents = [] } = useDeskQuery({ type: 'listIncidents', status: 'all' });

  const command = (shortcut: Exclude<Shortcut, 'find' | 'keys'>): Found => ({
    id: `command ${shortcut}`,
    kind: t('app.find.kind.command'),
    name: t(`app.keys.${shortcut}`),
    more: SHORTCUT_KEYS[shortcut],
    run: () => run(shortcut),
  });
  const incident = (row: IncidentRow): Found => ({
    id: `incident ${row.incidentId}`,
    kind: t(row.closedAt === null ? 'app.find.kind.incident' : 'app.find.kind.closed'),
    name: row.title,
    more: '',
    run: () => navigate({ screen: 'incident', incidentId: row.incidentId }),
  });
  return [
    ...incidents.map(incident),
    ...(['board', 'intake', 'report', 'note'] as const).map(command),
    {
      id: 'log',
      kind: t('app.find.kind.screen'),
      name: t('app.log'),
      more: '',
      run: () => navigate({ screen: 'log' }),
    },
    {
      id: 'response',
      kind: t('app.find.kind.screen'),
      name: t('app.response'),
      more: '',
      run: () => navigate({ screen: 'response', incidentId: null }),
    },
    {
      id: 'groups',
      kind: t('app.find.kind.screen'),
      name: t('app.groups'),
      more: '',
      run: () => navigate({ screen: 'groups', incidentId: null }),
    },
    {
      id: 'bulletins',
      kind: t('app.find.kind.screen'),
      name: t('app.bulletins'),
      more: '',
      run: () => navigate({ screen: 'bulletins', incidentId: null }),
    },
    {
      id: 'calls',
      kind: t('app.find.kind.screen'),
      name: t('app.calls'),
      more: '',
      run: () => navigate({ screen: 'calls' }),
    },
    {
      id: 'statistics',
      kind: t('app.find.kind.screen'),
      name: t('app.statistics'),
      more: '',
      run: () => navigate({ screen: 'statistics' }),
    },
    {
      id: 'handover',
      kind: t('app.find.kind.screen'),
      name: t('app.handover'),
      more: '',
      run: () => navigate({ screen: 'handover' }),
    },
    {
      id: 'officers',
      kind: t('app.find.kind.screen'),
      name: t('app.officers'),
      more: '',
      run: () => navigate({ screen: 'officers' }),
    },
    {
      id: 'settings',
      kind: t('app.find.kind.screen'),
      name: t('app.settings'),
      more: '',
      run: () => navigate({ screen: 'settings' }),
    },
    {
      id: 'wall',
      kind: t('app.find.kind.screen'),
      name: t('app.wall'),
      more: '',
      run: openWall,
    },
    ...scenarios.map((scenario) => ({
      id: `scenario ${scenario.scenarioId}`,
      kind: t('app.find.kind.command'),
      name: t('app.find.practice', { title: scenario.title }),
      more: '',
      run: () => void openPractice(scenario.scenarioId),
    })),
    ...desk.officers.map((officer) => ({
      id: `officer ${officer.officerId}`,
      kind: t('app.find.kind.officer'),
      name: officer.name,
      more: postLabel(officer.post),
      run: () => navigate({ screen: 'officers' }),
    })),
    ...plan.units.map((unit) => ({
      id: `unit ${unit.id}`,
      kind: t('app.find.kind.unit'),
      name: label(unit),
      more: unit.clause,
      run: () => navigate({ screen: 'reports' }),
    })),
  ];
}
