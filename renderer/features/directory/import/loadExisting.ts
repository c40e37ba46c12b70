/** Every entry there is, page by page, so that no answer is long. */
import type { DeskApi } from '#shared/contract/deskApi.ts';
import type { ContactRow } from '#shared/contract/rows.ts';
import type { AskedContacts } from '../Filters.tsx';

const PAGE = 500;

export async function loadContacts(api: DeskApi, deskId: string, asked: AskedContacts = {}): Promise<ContactRow[]> {
  const all: ContactRow[] = [];
  for (;;) {
    const reply = await api.query(deskId, { type: 'listContacts', ...asked, offset: all.length, limit: PAGE });
    if (!reply.ok) throw new Error(reply.error.code);
    all.push(...reply.result.rows);
    if (reply.result.rows.length < PAGE) return all;
  }
}
