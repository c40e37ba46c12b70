/** The same desk to look at: everything can be asked, nothing recorded. */
import type { Query, QueryReply, QueryType } from '#shared/contract/deskApi.ts';
import type { DeskRow } from '#shared/contract/rows.ts';
import type { Desk } from './createDesk.ts';

export function readOnlyDesk(desk: Desk, span: DeskRow['span']): Desk {
  return {
    ...desk,
    execute: () => ({ ok: false, error: { code: 'readOnlyDesk', params: { desk: desk.deskId } } }),
    query<T extends QueryType>(query: Extract<Query, { type: T }>): QueryReply<T> {
      const reply = desk.query<T>(query);
      if (query.type !== 'getDesk' || !reply.ok) return reply;
      const row: DeskRow = { ...(reply.result as DeskRow), span };
      return { ok: true, result: row } as QueryReply<T>;
    },
  };
}
