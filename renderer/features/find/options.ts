/** The list under the box: groups of options, each with an id of its own and what choosing it does. */
import type { Found, FoundGroup } from '#shared/domain/search/rows.ts';
import type { Scope } from './filters.ts';
import type { Command } from './useCommands.ts';

export type Option =
  | { kind: 'command'; id: string; command: Command }
  | { kind: 'found'; id: string; found: Found }
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

export function optionGroups(
  commands: readonly Command[],
  groups: readonly FoundGroup[],
  scope: Scope,
  text: string,
): OptionGroup[] {
  const isAlone = scope === 'command' || text.trim() === '';
  const shown = isAlone ? commands : commands.slice(0, COMMANDS_AMONG);
  const ofCommands: OptionGroup[] =
    shown.length === 0 || (scope !== 'all' && scope !== 'command')
      ? []
      : [
          {
            scope: 'command',
            options: shown.map((command) => ({ kind: 'command', id: `command-${command.id}`, command })),
          },
        ];
  // The answer on the screen may be to the chip before.
  const ofScope = groups.filter(({ kind }) => scope === 'all' || scope === kind);
  const incidents = ofScope.filter(({ kind }) => kind === 'incident').map(found);
  const others = ofScope.filter(({ kind }) => kind !== 'incident').map(found);
  return [...incidents, ...ofCommands, ...others].filter(({ options }) => options.length > 0);
}
