import { once } from 'node:events';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { getPriority } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, onTestFinished, test } from 'vitest';
import { archivesOf } from '#db/export/archives.ts';
import { readExport } from '#db/export/readExport.ts';
import { verifyExport } from '#db/export/verifyExport.ts';
import { openAttachments } from '#db/files/attachments.ts';
import { openKeptFiles } from '#db/files/keptFiles.ts';
import { archiveFolder, attachmentFolder } from '#db/files/names.ts';
import { openSqlite } from '#db/log/sqlite.ts';
import { PLAN_ID, START, tempFolder, testDesk } from '#db/testing/testDesk.ts';
import type { Changed } from '#shared/contract/deskApi.ts';
import type { CommandInput } from '#shared/domain/commands.ts';
import { builtinPlans } from '#shared/plan/packages/builtin.ts';
import type { DeskNotice } from './createDesk.ts';
import { type DeskClient, type LiveDeskRequest, openDeskClient, openPracticeClient } from './deskClient.ts';

const WORKER = new URL('./deskWorker.ts', import.meta.url);

async function openClient(path: string, more: Partial<LiveDeskRequest> = {}): Promise<DeskClient> {
  const client = await openDeskClient({ worker: WORKER, path, kind: 'live', plans: builtinPlans, ...more });
  onTestFinished(() => client.close().catch(() => undefined));
  return client;
}

let sent = 0;
function send(client: DeskClient, command: CommandInput) {
  sent += 1;
  return client.execute({ desk: 'live', commandId: `worker-command-${sent}`, officerId: 'o1', command });
}

async function setUp(client: DeskClient): Promise<void> {
  await send(client, { type: 'AddOfficer', officerId: 'o1', name: '王值班', post: 'watchOfficer' });
  await send(client, { type: 'SetUpDesk', planId: PLAN_ID });
}

async function keepLargePdf(path: string, size: number) {
  const files = await openAttachments(path);
  const kept = await files.keep([Buffer.from('%PDF-1.4 plan'), Buffer.alloc(size, 5)]);
  if (kept.kind !== 'kept') throw new Error(kept.kind);
  return { sha256: kept.sha256, size: kept.size, mime: 'application/pdf' as const, name: '平面图.pdf' };
}

const folder = () => join(tempFolder(), 'live.db');
const call: CommandInput = {
  type: 'TakeCall',
  callId: 'c1',
  receivedAt: '2026-03-02T08:00+08:00',
  disposition: { kind: 'open', incidentId: 'i1', title: '泄漏' },
};

describe('a desk in a worker', () => {
  test('[HOST-1] answers as the desk itself would, tells changes, and keeps everything', async () => {
    const path = folder();
    const client = await openClient(path);
    const told: Changed[] = [];
    client.onChanged((changed) => told.push(changed));
    await setUp(client);
    expect(await send(client, call)).toMatchObject({ ok: true, position: 4 });
    expect(client.position).toBe(4);
    expect(told.map(({ position }) => position)).toEqual([1, 2, 4]);
    expect(await client.query({ type: 'getIncident', incidentId: 'i1' })).toMatchObject({ result: { title: '泄漏' } });
    expect(await send(client, { type: 'AddNote', incidentId: 'nowhere', text: 'x' })).toMatchObject({
      error: { code: 'unknownIncident' },
    });
    await client.saveDraft('d', '1');
    expect(await client.listDrafts()).toMatchObject([{ key: 'd', value: '1' }]);
    await client.close();
    const desk = testDesk({ path });
    expect(desk.uncleanEnd).toBe(false);
    expect(desk.position()).toBe(4);
    desk.close();
  });

  test('[HOST-3] a command goes before the questions that were asked before it, and they are answered in order', async () => {
    const client = await openClient(folder());
    await setUp(client);
    await send(client, call);
    const done: string[] = [];
    const asking = Array.from({ length: 200 }, async (_, n) => {
      await client.query({ type: 'getIncident', incidentId: 'i1' });
      done.push(`question ${n}`);
    });
    await send(client, { type: 'AddNote', incidentId: 'i1', text: '先记' });
    const before = done.length;
    await Promise.all(asking);
    expect(before).toBeLessThan(100);
    expect(done).toEqual(Array.from({ length: 200 }, (_, n) => `question ${n}`));
  });

  test.runIf(process.platform === 'linux')(
    '[HOST-3] work on a whole file ranks below the desk that answers',
    async () => {
      const ranks = `import { getPriority } from 'node:os';
      import { parentPort } from 'node:worker_threads';
      const { standBack } = await import(${JSON.stringify(new URL('./standBack.ts', import.meta.url).href)});
      const before = getPriority();
      standBack();
      parentPort.postMessage(getPriority() - before);`;
      const thread = new Worker(new URL(`data:text/javascript,${encodeURIComponent(ranks)}`));
      const here = getPriority();
      const [lower] = (await once(thread, 'message')) as [number];
      expect(lower).toBeGreaterThan(0);
      expect(getPriority(), 'of this thread').toBe(here);
    },
  );

  test('[FILE-5] backs up on closing, verified, when something changed', async () => {
    const path = folder();
    const client = await openClient(path);
    const notices: DeskNotice[] = [];
    client.onNotice((notice) => notices.push(notice));
    await setUp(client);
    await client.close();
    expect(notices).toMatchObject([{ kind: 'backedUp' }]);
    expect(readdirSync(join(path, '..', 'backups'))).toHaveLength(1);
    const again = await openClient(path);
    await again.close();
    expect(readdirSync(join(path, '..', 'backups'))).toHaveLength(1);
  });

  test('[FILE-5] backs up on its own timer', async () => {
    const path = folder();
    const client = await openClient(path, { backupEveryMs: 50 });
    const backedUp = new Promise<DeskNotice>((resolve) => client.onNotice(resolve));
    await setUp(client);
    expect(await backedUp).toMatchObject({ kind: 'backedUp' });
  });

  test('[FILE-10] attached files gone from beside the log are brought back from the backups when the desk opens', async () => {
    const path = folder();
    const client = await openClient(path);
    await setUp(client);
    await send(client, call);
    const files = await openKeptFiles(path);
    const base64 = Buffer.from('%PDF-1.4 plan').toString('base64');
    const kept = await files.store({ uploadId: 'upload-of-a-file-1', offset: 0, base64, isLast: true });
    if (kept.kind !== 'stored') throw new Error(JSON.stringify(kept));
    const file = { ...kept.file, name: '平面图.pdf' };
    await send(client, { type: 'AttachFile', incidentId: 'i1', attachmentId: 'f1', file });
    await client.close();
    rmSync(attachmentFolder(path), { recursive: true });
    const again = await openClient(path);
    const told = await new Promise<DeskNotice>((resolve) => again.onNotice(resolve));
    expect(told).toEqual({ kind: 'filesBroughtBack', copied: 1 });
    expect(await files.check([file])).toEqual(['whole']);
  });

  test('[EXPORT-7] an export with a large file waits on the disk, in parts or whole, and is gone once it was taken', async () => {
    const path = folder();
    const client = await openClient(path);
    await setUp(client);
    await send(client, call);
    const file = await keepLargePdf(path, 8 * 1024 * 1024);
    await send(client, { type: 'AttachFile', incidentId: 'i1', attachmentId: 'f1', file });
    const request = { desk: 'live', officerId: 'o1', incidentId: 'i1', words: {} };
    const archives = archivesOf(path);
    const first = await client.exportIncident(request);
    if (!first.ok) throw new Error(first.error.code);
    const saved = join(tempFolder(), 'saved.zip');
    await archives.take(first.archiveId, saved, async () => {});
    expect(statSync(saved).size).toBe(first.bytes);
    const { files, isOriginal } = readExport(saved);
    expect([isOriginal, verifyExport(files).faults, files.get('attachments/01 平面图.pdf')]).toEqual([
      true,
      [],
      { bytes: file.size, sha256: file.sha256, content: null },
    ]);
    expect(await archives.read(first.archiveId, 0)).toMatchObject({ error: { code: 'archiveGone' } });

    const waiting = [];
    for (let n = 0; n < 4; n += 1) {
      await archives.thinOut();
      const reply = await client.exportIncident(request);
      waiting.push(reply.ok ? reply.archiveId : '');
    }
    const states = await Promise.all(waiting.map(async (id) => (await archives.read(id, 0)).kind));
    expect(states).toEqual(['refused', 'part', 'part', 'part']);
    await archives.clear();
    expect(existsSync(archiveFolder(path))).toBe(false);
  });

  test('[FILE-4] checks the whole file after opening and says what it finds', async () => {
    const path = folder();
    const client = await openClient(path);
    await setUp(client);
    for (let n = 0; n < 250; n += 1)
      await send(client, { ...call, callId: `c${n}`, disposition: { kind: 'falseAlarm', reason: '误报' } });
    await client.close();
    const forger = openSqlite(path);
    forger.exec('DROP TRIGGER log_entry_no_update; UPDATE log_entry SET recorded_at = 1 WHERE position = 3');
    forger.close();
    const again = await openClient(path, { checkAfterMs: 1 });
    const found = await new Promise<DeskNotice>((resolve) => again.onNotice(resolve));
    expect(found).toEqual({ kind: 'damageFound', reason: JSON.stringify([{ position: 3, kind: 'changedEntry' }]) });
    expect(await again.query({ type: 'getDesk' }), 'and goes on').toMatchObject({ ok: true });
  });

  test('[HOST-2] a file that cannot be opened is refused with its code', async () => {
    const path = folder();
    const first = await openClient(path);
    await expect(openClient(path)).rejects.toMatchObject({ code: 'fileInUse', params: { path } });
    await expect(
      openClient(join(path, '..', 'drill.db'), { kind: 'drill', path: path.replace('live', 'drill') }),
    ).resolves.toBeDefined();
    await expect(openClient(path.replace('live', 'drill'))).rejects.toMatchObject({ code: 'fileInUse' });
    await first.close();
  });

  test('[HOST-2] calls after closing are rejected, closing twice is fine', async () => {
    const client = await openClient(folder());
    await client.close();
    await expect(client.query({ type: 'getDesk' })).rejects.toMatchObject({ code: 'deskStopped' });
    await client.close();
  });

  test('[HOST-2] when the worker dies pending calls are rejected and the death is told once; the file is free again', async () => {
    const path = folder();
    const dying = new URL('../testing/dyingWorker.ts', import.meta.url);
    const client = await openClient(path, { worker: dying });
    const deaths: string[] = [];
    client.onDeath((why) => deaths.push(why));
    await setUp(client);
    const fatal = send(client, { type: 'AddNote', incidentId: 'die', text: 'x' });
    await expect(fatal).rejects.toMatchObject({ code: 'deskStopped' });
    await expect(client.query({ type: 'getDesk' })).rejects.toMatchObject({ code: 'deskStopped' });
    expect(deaths).toEqual(['the desk died for a test']);
    const again = await openClient(path);
    expect(again.uncleanEnd).toBe(true);
    expect(again.position).toBe(2);
  });

  test('[HOST-1] a practice desk runs in a worker too and writes no file', async () => {
    const steps = [{ kind: 'do', at: START, by: { name: '王', post: 'x' }, command: call, confirmed: false } as const];
    const client = await openPracticeClient({
      worker: WORKER,
      deskId: 'practice-x',
      title: '演练',
      planId: PLAN_ID,
      plans: builtinPlans,
      steps,
      archiveFolder: tempFolder(),
    });
    expect(await client.query({ type: 'getDesk' })).toMatchObject({
      result: { kind: 'practice', span: { from: START } },
    });
    expect(await send(client, call)).toMatchObject({ error: { code: 'readOnlyDesk' } });
    await client.close();
    expect(existsSync(':memory:')).toBe(false);
  });
});
