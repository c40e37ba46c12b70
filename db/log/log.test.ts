import { describe, expect, test } from 'vitest';
import { tempFolder } from '#db/testing/testDesk.ts';
import { testLog } from '#db/testing/testLog.ts';
import { REDACTED_TYPE } from './read.ts';
import { finish, verifyChain, verifyTail } from './verify.ts';

const whole = { faults: [] };

describe('the log', () => {
  test('[LOG-1] entries form one chain without gaps, each bound to the one before', () => {
    const log = testLog();
    for (let i = 0; i < 1200; i += 1) log.add(`incident/${i % 7}`, { i });
    expect(finish(verifyChain(log.db))).toEqual({ checked: 1200, redacted: 0, faults: [] });
    const links = log.db
      .prepare<[], number>(
        'SELECT count(*) FROM log_entry a JOIN log_entry b ON b.position = a.position + 1 AND b.prev_hash = a.hash AND b.chain_seq = a.chain_seq + 1',
      )
      .pluck()
      .get();
    expect(links).toBe(1199);
  });

  test('[LOG-1] an entry names the head of its stream that was seen', () => {
    const log = testLog();
    log.add('incident/a', {});
    log.add('incident/b', {});
    log.add('incident/a', {});
    const [first, second] = log.readStream('incident/a');
    expect(first?.parents).toEqual([]);
    expect(second?.parents).toEqual([first?.ref]);
  });

  test('[LOG-1] the tail is verified from what stands before it', () => {
    const log = testLog();
    for (let i = 0; i < 30; i += 1) log.add('desk', { i });
    expect(verifyTail(log.db, 10)).toEqual({ checked: 10, redacted: 0, faults: [] });
    expect(verifyTail(log.db, 100).checked).toBe(30);
  });

  test('[LOG-1] a new incarnation begins a chain of its own that says where it began', () => {
    const path = `${tempFolder()}/log.db`;
    const before = testLog(path);
    before.add('incident/a', { n: 1 });
    before.db.close();
    const after = testLog(path, true);
    after.add('incident/a', { n: 2 });
    expect(after.chainId).not.toBe(before.chainId);
    expect(finish(verifyChain(after.db))).toMatchObject(whole);
    const [first, second] = after.readStream('incident/a');
    expect(second?.ref).toEqual({ chain: 2, seq: 1 });
    expect(second?.parents).toEqual([first?.ref]);
  });

  test('[LOG-4] a redacted payload is gone for good, and the chain stays whole and says so', () => {
    const log = testLog();
    log.add('incident/a', { caller: '张三 13800000000' }, 'personal');
    log.add('incident/a', { other: true });
    expect(log.redact('personal')).toBe(true);
    expect(log.redact('personal')).toBe(false);
    expect(finish(verifyChain(log.db))).toEqual({ checked: 2, redacted: 1, faults: [] });
    expect(log.readStream('incident/a')[0]?.event).toMatchObject({
      type: REDACTED_TYPE,
      payload: { type: 'NoteAdded' },
    });
    log.db.exec('VACUUM');
    expect(log.db.serialize().includes(Buffer.from('13800000000'))).toBe(false);
  });

  test('[DESK-1] what fails inside a transaction leaves no entry, no head and no remembered id', () => {
    const log = testLog();
    log.add('incident/a', {});
    const head = log.head();
    const failing = () =>
      log.commit(() => {
        log.append({
          commandId: 'doomed-command',
          contentHash: Buffer.alloc(1),
          actor: { officerId: 'new', name: '新', post: 'p', role: null, onBehalfOf: null },
          reading: { recordedAt: 9e12, monotonic: 1, clockTrusted: true },
          entries: ['doomed', 'doomed-too'].map((entryId) => ({
            entryId,
            stream: 'incident/new',
            type: 'NoteAdded',
            schemaVersion: 1,
            body: '{}',
            planHash: null,
          })),
          headsOf: () => [],
        });
        throw new Error('after the append');
      });
    expect(failing).toThrow('after the append');
    expect(log.head()).toBe(head);
    expect(log.hasEntry('doomed')).toBe(false);
    expect(log.findCommand('doomed-command')).toBeNull();
    log.add('incident/new', { again: true });
    expect(log.readStream('incident/new')).toHaveLength(1);
    expect(finish(verifyChain(log.db))).toMatchObject(whole);
  });

  test('[DESK-1] nothing is appended outside a transaction', () => {
    const log = testLog();
    const append = () =>
      log.append({
        commandId: 'c',
        contentHash: Buffer.alloc(0),
        actor: { officerId: 'o', name: 'n', post: 'p', role: null, onBehalfOf: null },
        reading: { recordedAt: 1, monotonic: 1, clockTrusted: true },
        entries: [],
        headsOf: () => [],
      });
    expect(append).toThrow('outside a transaction');
  });

  test('[LOG-3] half a surrogate pair is hashed as it is stored', () => {
    const log = testLog();
    log.commit(() =>
      log.append({
        commandId: 'odd\ud800',
        contentHash: Buffer.alloc(1),
        actor: { officerId: 'o', name: '王\ud83d', post: 'p\udc00', role: null, onBehalfOf: null },
        reading: { recordedAt: 1, monotonic: 1, clockTrusted: true },
        entries: [
          {
            entryId: 'e',
            stream: 'incident/a',
            type: 'NoteAdded',
            schemaVersion: 1,
            body: JSON.stringify({ text: '\ud800\u0000' }),
            planHash: null,
          },
        ],
        headsOf: () => [],
      }),
    );
    expect(finish(verifyChain(log.db))).toMatchObject(whole);
    expect(log.findCommand('odd\ud800')?.entryIds).toEqual(['e']);
    expect(log.readStream('incident/a')[0]?.event.payload).toEqual({ text: '\ud800\u0000' });
  });

  test('[LOG-5] a committed command is found by its id with everything it recorded', () => {
    const log = testLog();
    log.add('incident/a', {});
    expect(log.findCommand('command-1')).toEqual({ contentHash: Buffer.from([1]), entryIds: ['entry-1'], position: 1 });
    expect(log.findCommand('command-2')).toBeNull();
  });

  test('[LOG-6] the logical clock never runs backwards when the wall clock does', () => {
    const log = testLog();
    const at = (recordedAt: number, id: string) =>
      log.commit(() =>
        log.append({
          commandId: id,
          contentHash: Buffer.alloc(1),
          actor: { officerId: 'o', name: 'n', post: 'p', role: null, onBehalfOf: null },
          reading: { recordedAt, monotonic: 1, clockTrusted: true },
          entries: [1, 2].map((n) => ({
            entryId: `${id}-${n}`,
            stream: 'incident/a',
            type: 'NoteAdded',
            schemaVersion: 1,
            body: '{}',
            planHash: null,
          })),
          headsOf: (name) =>
            log
              .readStream(name)
              .slice(-1)
              .map(({ ref }) => ref),
        }),
      );
    at(1000, 'first');
    at(500, 'second');
    at(1001, 'third');
    const order = log.readStream('incident/a').map(({ event }) => event.entryId);
    expect(order).toEqual(['first-1', 'first-2', 'second-1', 'second-2', 'third-1', 'third-2']);
  });
});
