/** The boundary: what is not a command or a query is refused with every fault at once, before anything is looked up. */
import { type Query, type QueryType, querySchema } from '#shared/contract/deskApi.ts';
import { commandIssues } from '#shared/domain/commandIssues.ts';
import { type Command, commandSchema, commandTypes } from '#shared/domain/commands.ts';
import type { DeskError } from '#shared/domain/errors.ts';

export type Parsed<T> = { ok: true; value: T } | { ok: false; error: DeskError };
export type QueryOf<T extends QueryType> = Extract<ReturnType<typeof querySchema.parse>, { type: T }>;

const refused = (code: DeskError['code'], params: Record<string, unknown>): { ok: false; error: DeskError } => ({
  ok: false,
  error: { code, params },
});

export function parseCommand(input: unknown): Parsed<Command> {
  const parsed = commandSchema.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  const type = typeof input === 'object' && input !== null && 'type' in input ? input.type : undefined;
  if (typeof type === 'string' && !commandTypes.some((known) => known === type)) {
    return refused('unknownCommand', { type });
  }
  return refused('invalidCommand', { issues: commandIssues(parsed.error, input) });
}

export function parseQuery(input: Query): Parsed<QueryOf<QueryType>> {
  const parsed = querySchema.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  return refused('query', { issues: commandIssues(parsed.error, input) });
}
