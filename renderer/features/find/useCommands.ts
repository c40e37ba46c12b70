/** What can be done from here: screens, keys that work everywhere, and the acts on the incident at hand. */
import { callTreeRoute } from '#renderer/app/callTree/callTreeRoute.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useHostInfo } from '#renderer/app/desk/hostInfo.ts';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { openWall } from '#renderer/app/desktop/openWall.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { useLockedAt } from '#renderer/app/identity/identity.ts';
import { PLAIN_ACTS, type PlainAct, showIncident } from '#renderer/app/incidentView.ts';
import { SHORTCUT_KEYS, type Shortcut } from '#renderer/app/keyboard/shortcuts.ts';
import { useIncidentAtHand, useRunShortcut } from '#renderer/app/keyboard/useShortcuts.ts';
import { useOpenPractice } from '#renderer/app/practice/useOpenPractice.ts';
import { navigate, openDesk } from '#renderer/app/routes/navigation.ts';
import { parsePlace, type Route, type Screen } from '#renderer/app/routes/route.ts';
import { SCREEN_TITLES } from '#renderer/app/routes/screens.tsx';
import { isFound } from '#shared/domain/search/fold.ts';
import { initialsOf } from '#shared/domain/search/initials.ts';

export type Command = {
  id: string;
  name: string;
  /** What it is about, where the name alone does not say. */
  more: string;
  keys: string | null;
  run: () => void;
};

const READING: readonly Shortcut[] = ['board', 'intake', 'incident', 'report', 'write', 'keys'];
const WRITING: readonly Shortcut[] = ['note', 'clue'];
const SIGNING: readonly Shortcut[] = ['switch', 'lock'];

/** Those with a key of their own, of one incident, or in a window of their own. */
const OTHERWISE: readonly Screen[] = [
  'board',
  'intake',
  'incidents',
  'incident',
  'warning',
  'callTree',
  'report',
  'setup',
  'wall',
  'alarm',
];

/** Every other screen by its plain address, so that a new one is a command by itself. */
const SCREENS: readonly Route[] = (Object.keys(SCREEN_TITLES) as Screen[])
  .filter((screen) => !OTHERWISE.includes(screen))
  .map((screen) => (screen === 'reports' ? { screen } : parsePlace(`#/${screen}`).route));

export function useCommands(): Command[] {
  const t = useT();
  const { desk, readOnly } = useDesk();
  const runShortcut = useRunShortcut();
  const { open: openPractice } = useOpenPractice();
  const scenarios = useHostInfo(({ info }) => info?.scenarios) ?? [];
  const atHand = useIncidentAtHand();
  const isLocked = useLockedAt() !== null;
  const { data: open = [] } = useDeskQuery({ type: 'listIncidents' });
  const { data: board } = useDeskQuery({ type: 'getBoard' });
  const label = useLabel();
  const incident = open.find(({ incidentId }) => incidentId === atHand);

  const shortcut = (name: Shortcut): Command => ({
    id: `shortcut-${name}`,
    name: t(`app.keys.${name === 'keys' ? 'help' : name}`),
    more: '',
    keys: SHORTCUT_KEYS[name],
    run: () => runShortcut(name),
  });
  const act = (kind: PlainAct, { incidentId, title }: { incidentId: string; title: string }): Command => ({
    id: `act-${kind}`,
    name: t(`incident.act.${kind}`),
    more: title,
    keys: null,
    run: () => showIncident(incidentId, { act: kind }),
  });
  const mayWrite = !readOnly && !isLocked;
  return [
    ...[...READING, ...(mayWrite ? WRITING : []), ...(readOnly ? [] : SIGNING)].map(shortcut),
    ...(mayWrite && incident !== undefined ? PLAIN_ACTS.map((kind) => act(kind, incident)) : []),
    ...(board?.callTrees ?? []).map(({ runId, subject, tree, title }) => ({
      id: `calls-${runId}`,
      name: label(tree),
      more: title,
      keys: null,
      run: () => navigate(callTreeRoute(subject)),
    })),
    ...SCREENS.map((route) => ({
      id: `screen-${route.screen}`,
      name: t(SCREEN_TITLES[route.screen]),
      more: '',
      keys: null,
      run: () => navigate(route),
    })),
    { id: 'screen-wall', name: t('app.wall'), more: '', keys: null, run: openWall },
    ...(desk.kind === 'practice'
      ? [{ id: 'leave', name: t('practice.leave'), more: '', keys: null, run: () => openDesk(null) }]
      : []),
    ...scenarios.map(({ scenarioId, title }) => ({
      id: `practice-${scenarioId}`,
      name: t('app.find.practice', { title }),
      more: '',
      keys: null,
      run: () => void openPractice(scenarioId),
    })),
  ];
}

/** By words, or by the initials of its name. */
export const fitsCommand = ({ name, more }: Command, text: string): boolean =>
  text.trim() === '' || isFound([name, more, ...initialsOf(name)], text);
