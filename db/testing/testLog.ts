/** Logs for tests that need no desk. */
import { randomUUID } from 'node:crypto';
import { foldStream } from '#db/desk/streams.ts';
import { planHash } from '#db/log/hash.ts';
import { type Log, openLog } from '#db/log/log.ts';
import { setPragmas } from '#db/log/pragmas.ts';
import { openSqlite, type Sqlite } from '#db/log/sqlite.ts';
import { migrate } from '#db/migrations/migrate.ts';
import { START } from './testDesk.ts';

export type TestLog = Log & {
  db: Sqlite;
  /** One command with one entry. */
  add(stream: string, payload: unknown, entryId?: string): void;
};

const ACTOR = { officerId: 'o1', name: '王值班', post: 'watchOfficer', role: 'watch', onBehalfOf: '李主任' };
const PLAN_HASH = planHash('{}');

export function testLog(path = ':memory:', newIncarnation = false): TestLog {
  const db = openSqlite(path);
  setPragmas(db);
  migrate(db, 'live', () => undefined);
  db.prepare('INSERT OR IGNORE INTO plan_package (hash, plan_id, version, body, stored_at) VALUES (?, ?, ?, ?, ?)').run(
    PLAN_HASH,
    'plan',
    '1',
    '{}',
    START,
  );
  const origin = { appVersion: '1.2.3', engineVersion: '7', bootId: 'boot' };
  const log = openLog({ db, origin, newIncarnation, newChainId: () => randomUUID(), now: START });
  return { ...log, db, add: (stream, payload, entryId) => addEntry(log, stream, payload, entryId) };
}

function addEntry(log: Log, stream: string, payload: unknown, chosen?: string): void {
  const position = log.head().position + 1;
  log.commit(() =>
    log.append({
      commandId: `command-${position}`,
      contentHash: Buffer.from([position]),
      actor: ACTOR,
      reading: { recordedAt: START + position, monotonic: position, clockTrusted: true },
      entries: [
        {
          entryId: chosen ?? `entry-${position}`,
          stream,
          type: 'NoteAdded',
          schemaVersion: 1,
          body: JSON.stringify(payload),
          planHash: PLAN_HASH,
          classification: '内部',
          attachments: [{ sha256: 'ab', size: 1, mime: 'text/plain', name: '附件.txt' }],
        },
      ],
      headsOf: (name) => foldStream(name, log.readStream(name)).heads,
    }),
  );
}
