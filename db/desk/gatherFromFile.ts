/** What an export is made from, read off the file as it stood when it was asked for. For a thread of its own. */
import { createDictionaries } from '#db/log/dictionaries.ts';
import { createReader, type LogReader } from '#db/log/read.ts';
import { openSqlite } from '#db/log/sqlite.ts';
import type { ExportFacts } from '#shared/export/facts.ts';
import { deskPlans } from './deskPlans.ts';
import type { FileSource } from './exportSource.ts';
import { gatherExport } from './gatherExport.ts';
import { openPlans } from './plans.ts';
import type { Answered } from './queries/parts.ts';
import { createStreams } from './streams.ts';

export async function gatherFromFile(source: FileSource): Promise<Answered<ExportFacts>> {
  const { path, kind, appVersion, exportedAt, upTo, request } = source;
  const db = openSqlite(path, { readonly: true, fileMustExist: true });
  try {
    // One instant of the file, whatever is recorded meanwhile.
    db.exec('BEGIN');
    const streams = createStreams(readerUpTo(createReader(db, createDictionaries(db)), upTo));
    // Whatever an incident is pinned to is in the file.
    const plans = deskPlans(openPlans(db, [], exportedAt), streams);
    const parts = { log: { head: () => ({ position: upTo }) }, clock: { now: () => exportedAt }, streams, plans };
    return await gatherExport(db, parts, { kind, appVersion }, request);
  } finally {
    db.close();
  }
}

/** Entries that came after it was asked for are not in it. */
const readerUpTo = (reader: LogReader, upTo: number): LogReader => ({
  ...reader,
  readStream: (name, asOf) => reader.readStream(name, asOf).filter(({ event }) => event.position <= upTo),
});
