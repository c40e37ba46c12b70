/** Working groups and who is in them, read off an incident's entries; a struck entry does not count. */
import { deskError } from '../checks.ts';
import type { DeskError } from '../errors.ts';
import { type IncidentState, isEntry } from '../incident/incident.ts';
import { isStruck } from '../incident/status.ts';
import type { RecordedEvent } from '../recorded.ts';
import type { GroupRow } from '../responseRows.ts';
import { isOpenTask, type Task, tasksOf } from '../work/tasks.ts';
import type { StoredGroup } from './events.ts';

export type Group = Omit<GroupRow, 'present' | 'openTasks'>;

export function groupsOf(state: IncidentState): Group[] {
  const groups = new Map<string, Group>();
  for (const entry of state.entries) {
    if (!isStruck(state, entry.entryId)) evolveGroups(groups, entry);
  }
  return [...groups.values()];
}

export const isStanding = (group: Group): boolean => group.state !== 'dissolved';
export const presentIn = (group: Group): Group['people'] => group.people.filter(({ outAt }) => outAt === null);

/** What would be left if it ended now: its open tasks, and who is there. */
export function openWorkOf(state: IncidentState, group: Group): { tasks: number; people: number } {
  const isOwn = ({ to }: Task) => to.kind === 'group' && to.id === group.groupId;
  const tasks = tasksOf(state).filter((task) => isOpenTask(task) && isOwn(task)).length;
  return { tasks, people: presentIn(group).length };
}

/** The group by its id, standing still, or why not. */
export function standingGroup(state: IncidentState, groupId: string): Group | DeskError {
  const field = 'groupId';
  const group = groupsOf(state).find((each) => each.groupId === groupId);
  if (group === undefined) return deskError('unknownReference', { field, id: groupId });
  return isStanding(group) ? group : deskError('groupDissolved', { field, id: groupId, name: group.name });
}

function evolveGroups(groups: Map<string, Group>, entry: RecordedEvent): void {
  const { entryId: headEntryId } = entry;
  const put = (groupId: string, change: (group: Group) => Partial<Group>) => {
    const group = groups.get(groupId);
    if (group !== undefined) groups.set(groupId, { ...group, ...change(group), headEntryId });
  };

  if (isEntry(entry, 'GroupsSetUp')) {
    for (const group of entry.payload.groups) {
      groups.set(group.groupId, formed(group, group.groupId, entry.payload.at.at, entry, groups.get(group.groupId)));
    }
  } else if (isEntry(entry, 'GroupAdded')) {
    const { group, decision } = entry.payload;
    groups.set(group.groupId, formed(group, null, decision.at.at, entry, groups.get(group.groupId)));
  } else if (isEntry(entry, 'GroupChanged')) {
    const { groupId, changes } = entry.payload;
    put(groupId, () => definedOnly(changes));
  } else if (isEntry(entry, 'GroupDissolved')) {
    const { groupId, decision } = entry.payload;
    put(groupId, ({ people }) => ({
      state: 'dissolved',
      stateSince: decision.at.at,
      people: people.map((person) => ({ ...person, outAt: person.outAt ?? decision.at.at })),
    }));
  } else if (isEntry(entry, 'GroupStateSet')) {
    const { groupId, state, at } = entry.payload;
    put(groupId, () => ({ state, stateSince: at.at }));
  } else if (isEntry(entry, 'GroupLeaderSet')) {
    const { groupId, leader } = entry.payload;
    put(groupId, () => ({ leader }));
  } else if (isEntry(entry, 'PersonCheckedIn')) {
    const { groupId, person, at } = entry.payload;
    const row = { person, groupId, inAt: at.at, outAt: null, entryId: entry.entryId };
    put(groupId, ({ people }) => ({ people: [...people, row] }));
  } else if (isEntry(entry, 'PersonCheckedOut')) {
    const { groupId, personId, at } = entry.payload;
    put(groupId, ({ people }) => ({
      people: people.map((row) =>
        row.person.personId === personId && row.outAt === null ? { ...row, outAt: at.at } : row,
      ),
    }));
  }
}

/** A group set up again keeps who was in it before. */
function formed(
  group: StoredGroup,
  planGroup: string | null,
  stateSince: number,
  { entryId }: RecordedEvent,
  before: Group | undefined,
): Group {
  return {
    ...group,
    planGroup,
    leader: null,
    state: 'forming',
    stateSince,
    people: before?.people ?? [],
    headEntryId: entryId,
  };
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

function definedOnly<T extends object>(changes: T): Partial<Defined<T>> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<Defined<T>>;
}
