/** The list under the box: groups of options, each with an id of its own and what choosing it does. */
import type { ContactRow } from '#shared/contract/rows.ts';
import { fold } from '#shared/domain/search/fold.ts';
import { initialsOf } from '#shared/domain/search/initials.ts';
import type { Found, FoundGroup } from '#shared/domain/search/rows.ts';
import type { Scope } from './filters.ts';
import type { Command } from './useCommands.ts';

export type Option =
  | { kind: 'command'; id: string; command: Command }
  | { kind: 'found'; id: string; found: Found }
  | { kind: 'contact'; id: string; contact: ContactRow }
  /** The next page, or the group alone. */
  | { kind: 'more'; id: string; group: FoundGroup };

export type OptionGroup = { scope: Exclude<Scope, 'all'>; options: Option[] };

/** Among everything else; alone all of them. */
const COMMANDS_AMONG = 6;

const found = (group: FoundGroup): OptionGroup => ({
  scope: group.kind,
  options: [
    ...group.rows.map((row): Option => ({ kind: 'found', id: `${group.kind}-${row.id}`, found: row })),
    ...(group.next === null ? [] : [{ kind: 'more' as const, id: `${group.kind}-more`, group }]),
  ],
});

/** Typed for its own sake: its name, or its initials, begin so. */
const isCalled = ({ name }: Command, text: string): boolean =>
  [name, ...initialsOf(name)].some((called) => fold(called).startsWith(fold(text)));

function ofCommands(commands: readonly Command[], scope: Scope, text: string): OptionGroup[] {
  if (scope !== 'all' && scope !== 'command') return [];
  const isAlone = scope === 'command' || text.trim() === '';
  const shown = isAlone ? commands : commands.slice(0, COMMANDS_AMONG);
  const options = shown.map((command): Option => ({ kind: 'command', id: `command-${command.id}`, command }));
  return [{ scope: 'command', options }];
}

/** What the plan names and nobody gave a number says no more than the unit itself. */
function ofContacts(contacts: readonly ContactRow[]): OptionGroup {
  const useful = contacts.filter(({ ofPlan, numbers }) => !ofPlan || numbers.length > 0);
  const options = useful.map((contact): Option => ({ kind: 'contact', id: `contact-${contact.contactId}`, contact }));
  return { scope: 'contact', options };
}

/** A command that is called by its name stands first, so that what comes from the desk never moves it; others last. */
export function optionGroups(
  commands: readonly Command[],
  groups: readonly FoundGroup[],
  contacts: readonly ContactRow[],
  scope: Scope,
  text: string,
): OptionGroup[] {
  const called = commands.filter((command) => isCalled(command, text));
  const others = commands.filter((command) => !called.includes(command));
  const own = ofCommands([...called, ...others], scope, text);
  // The answer on the screen may be to the chip before.
  const ofScope = groups.filter(({ kind }) => scope === 'all' || scope === kind).map(found);
  const known = [ofContacts(contacts), ...ofScope];
  const all = called.length > 0 ? [...own, ...known] : [...known, ...own];
  return all.filter(({ options }) => options.length > 0);
}
