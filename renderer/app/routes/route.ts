/**
 * Which screen is shown, as the path in the address's fragment: `#/board`, `#/incident/i-1`, `#/report/i-1/phone`. A desk
 * other than the live one stands in front: `#/@practice-qingdao/board`, so a reload stays where it was.
 */
/** list: what was reported and signed about the incident · papers: every document that can be made of it. */
export type ReportForm = 'phone' | 'initial' | 'followUp' | 'final' | 'papers' | 'list';
const REPORT_FORMS: readonly ReportForm[] = ['phone', 'initial', 'followUp', 'final', 'papers'];
/** What is open below the groups; the first where none is named. */
export type GroupsTab = 'tasks' | 'units' | 'instructions';
const GROUPS_TABS: readonly GroupsTab[] = ['tasks', 'units', 'instructions'];
export type Route =
  | { screen: 'board' }
  /** `fromWarningId`: to be filled from a warning that came true. */
  | { screen: 'intake'; fromWarningId?: string }
  /** All incidents, to choose from. */
  | { screen: 'incidents' }
  | { screen: 'incident'; incidentId: string }
  /** null: none named; the only open one, or a choice. */
  | { screen: 'response'; incidentId: string | null }
  | { screen: 'groups'; incidentId: string | null; tab?: GroupsTab }
  | { screen: 'bulletins'; incidentId: string | null }
  /** The picture of the night. */
  | { screen: 'timeline'; incidentId: string | null }
  /** Whom to ring up for an incident's level or a warning. */
  | { screen: 'callTree'; of: 'incident' | 'warning'; id: string }
  /** Which incident to report about. */
  | { screen: 'reports' }
  /** `paper`: which of the papers, by its id. */
  | { screen: 'report'; incidentId: string; form: ReportForm; paper?: string }
  /** At an entry, by its position. */
  | { screen: 'log'; position?: number }
  | { screen: 'calls' }
  /** 预警: clues that wait and every warning; one clue open where it is named. */
  | { screen: 'warnings'; clueId?: string }
  /** `notice`: its notices as papers, open at that one. */
  | { screen: 'warning'; warningId: string; notice?: string }
  | { screen: 'statistics' }
  | { screen: 'setup' }
  | { screen: 'officers' }
  /** 交接班. */
  /** At one entry. */
  | { screen: 'directory'; contactId?: string }
  | { screen: 'handover' }
  | { screen: 'roster' }
  /** 值班日志 of one shift. */
  | { screen: 'shift' }
  | { screen: 'settings' }
  /** The wall board: no controls, for everyone in the room. */
  | { screen: 'wall' }
  /** What the always-on-top window shows. */
  | { screen: 'alarm' };
export type Screen = Route['screen'];
export type Place = { deskId: string | null; route: Route };

/** Stands before a clue's id, where a warning's would. */
const CLUE = 'clue';
const NOTICE = 'notice';

const PLAIN: readonly Screen[] = [
  'board',
  'calls',
  'statistics',
  'setup',
  'officers',
  'handover',
  'roster',
  'shift',
  'settings',
  'wall',
  'alarm',
];

export function formatRoute(route: Route): string {
  switch (route.screen) {
    case 'incidents':
      return '/incident';
    case 'incident':
      return `/incident/${encodeURIComponent(route.incidentId)}`;
    case 'response':
    case 'bulletins':
    case 'timeline':
      return `/${route.screen}${idPart(route.incidentId)}`;
    case 'callTree':
      return `/call-tree/${route.of}/${encodeURIComponent(route.id)}`;
    case 'groups':
      return `/groups${idPart(route.incidentId)}${route.incidentId === null || route.tab === undefined ? '' : `/${route.tab}`}`;
    case 'directory':
      return route.contactId === undefined ? '/directory' : `/directory/${encodeURIComponent(route.contactId)}`;
    case 'intake':
      return `/intake${idPart(route.fromWarningId ?? null)}`;
    case 'warnings':
      return `/warnings${route.clueId === undefined ? '' : `/${CLUE}/${encodeURIComponent(route.clueId)}`}`;
    case 'warning':
      return `/warnings/${encodeURIComponent(route.warningId)}${route.notice === undefined ? '' : `/${NOTICE}/${encodeURIComponent(route.notice)}`}`;
    case 'log':
      return route.position === undefined ? '/log' : `/log/${route.position}`;
    case 'reports':
      return '/report';
    case 'report':
      return `/report/${encodeURIComponent(route.incidentId)}${route.form === 'list' ? '' : `/${route.form}`}${idPart(route.paper ?? null)}`;
    default:
      return `/${route.screen}`;
  }
}
const idPart = (id: string | null): string => (id === null ? '' : `/${encodeURIComponent(id)}`);

export const formatPlace = ({ deskId, route }: Place): string =>
  `#${deskId === null ? '' : `/@${encodeURIComponent(deskId)}`}${formatRoute(route)}`;

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function parseRoute([screen, id, form, part]: string[]): Route {
  if (screen === 'incident') return id ? { screen, incidentId: id } : { screen: 'incidents' };
  if (screen === 'response' || screen === 'bulletins' || screen === 'timeline')
    return { screen, incidentId: id || null };
  if (screen === 'groups') {
    const tab = GROUPS_TABS.find((known) => known === form);
    return { screen, incidentId: id || null, ...(id && tab && { tab }) };
  }
  if (screen === 'report') {
    if (!id) return { screen: 'reports' };
    const known = REPORT_FORMS.find((one) => one === form) ?? 'list';
    return { screen, incidentId: id, form: known, ...(known === 'papers' && part && { paper: part }) };
  }
  if (screen === 'intake') return { screen, ...(id && { fromWarningId: id }) };
  if (screen === 'warnings') {
    if (id === CLUE && form) return { screen, clueId: form };
    if (!id) return { screen };
    return { screen: 'warning', warningId: id, ...(form === NOTICE && part && { notice: part }) };
  }
  if (screen === 'call-tree' && (id === 'incident' || id === 'warning') && form)
    return { screen: 'callTree', of: id, id: form };
  if (screen === 'directory') return { screen, ...(id && { contactId: id }) };
  if (screen === 'log') {
    return { screen, ...(/^[1-9]\d{0,14}$/.test(id ?? '') && { position: Number(id) }) };
  }
  const plain = PLAIN.find((name) => name === screen);
  return { screen: plain ?? 'board' } as Route;
}

export function parsePlace(hash: string): Place {
  const parts = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decode);
  const [first = ''] = parts;
  if (!first.startsWith('@')) return { deskId: null, route: parseRoute(parts) };
  return { deskId: first.slice(1) || null, route: parseRoute(parts.slice(1)) };
}
