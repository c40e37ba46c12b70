/**
 * One desk's share of the kills (KILLS SEED): kills the host with SIGKILL at random moments while commands and drafts
 * come in over HTTP, starts it again, and looks: every acknowledged command answers as it did before, every
 * acknowledged draft is there, nothing is there twice, and the chain is whole. Exit 1 on any loss.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { verifyFile } from '#db/files/verifyFile.ts';
import type { WebApi } from '#renderer/platform/webApi.ts';
import type { ExecuteReply, ExecuteRequest } from '#shared/contract/deskApi.ts';
import type { CommandInput } from '#shared/domain/commands.ts';
import { randomFrom } from '#shared/testing/random.ts';
import { startHostProcess } from './support/hostProcess.ts';
import { connectWebApi, signIn } from './support/webClient.ts';

const KILLS = Number(process.argv[2]);
const SEED = Number(process.argv[3]);
const LANES = 4;
const LONGEST_MS = 250;

type Sent = { request: ExecuteRequest; reply: ExecuteReply | null };

const random = randomFrom(SEED);
const folder = mkdtempSync(join(tmpdir(), 'watchdesk-kills-'));
const sent: Sent[] = [];
const drafts = new Map<string, string>();
const losses: string[] = [];
let commands = 0;
let unanswered = 0;

const lost = (what: string): void => {
  losses.push(what);
  console.error(`LOST ${what}`);
};

function requestOf(command: CommandInput): ExecuteRequest {
  commands += 1;
  return { desk: 'main', commandId: `command-${commands}`, officerId: 'wang', command };
}

function nextCommand(): CommandInput {
  const roll = random.share();
  const incidentId = 'incident-1';
  if (roll < 0.6) return { type: 'AddNote', incidentId, text: `第 ${commands} 条记录` };
  if (roll < 0.8) return { type: 'RecordFigures', incidentId, figures: { injured: random.below(100_000) } };
  const disposition = { kind: 'join', incidentId } as const;
  return { type: 'TakeCall', callId: `call-${commands}`, receivedAt: new Date().toISOString(), disposition };
}

/** Sends until the host is gone. */
async function sendCommands(api: WebApi): Promise<void> {
  for (;;) {
    const entry: Sent = { request: requestOf(nextCommand()), reply: null };
    sent.push(entry);
    try {
      entry.reply = await api.execute(entry.request);
      if (!entry.reply.ok) throw new Error(`refused: ${JSON.stringify(entry)}`);
    } catch (error) {
      if (entry.reply !== null) throw error;
      return;
    }
  }
}

async function saveDrafts(api: WebApi): Promise<void> {
  for (let n = 0; ; n++) {
    const key = `intake-${n % 3}`;
    const value = JSON.stringify({ place: `K${random.below(1e9)}` });
    try {
      await api.saveDraft('main', key, value);
    } catch {
      drafts.delete(key); // either the old or the new one may be there
      return;
    }
    drafts.set(key, value);
  }
}

/** Everything sent since `from` again: what was answered answers the same, what was not is done now, once. */
async function checkCommands(api: WebApi, from: number): Promise<void> {
  for (const { request, reply } of sent.slice(from)) {
    const again = await api.execute(request);
    if (reply === null) {
      unanswered += 1;
      if (!again.ok) lost(`${request.commandId} was never answered and is refused now: ${JSON.stringify(again)}`);
    } else if (JSON.stringify(again) !== JSON.stringify(reply)) {
      lost(`${request.commandId}: ${JSON.stringify(reply)} became ${JSON.stringify(again)}`);
    }
  }
}

async function checkDrafts(api: WebApi): Promise<void> {
  const kept = new Map((await api.listDrafts('main')).map(({ key, value }) => [key, value]));
  for (const [key, value] of drafts) if (kept.get(key) !== value) lost(`draft ${key}`);
}

/** At the end the log itself: each acknowledged entry once, each note's text once. */
async function checkLog(api: WebApi): Promise<number> {
  const entries = new Set<string>();
  const texts = new Set<string>();
  let before: number | undefined;
  for (;;) {
    const page = await api.query('main', { type: 'listLog', limit: 500, ...(before === undefined ? {} : { before }) });
    if (!page.ok) throw new Error(page.error.code);
    for (const row of page.result) {
      entries.add(row.entryId);
      if (row.type !== 'NoteAdded') continue;
      const { text } = row.payload as { text: string };
      if (texts.has(text)) lost(`doubled: ${text}`);
      texts.add(text);
    }
    if (page.result.length < 500) break;
    before = Math.min(...page.result.map(({ position }) => position));
  }
  for (const { request, reply } of sent) {
    if (reply?.ok !== true) continue;
    for (const entryId of reply.entryIds) if (!entries.has(entryId)) lost(`${request.commandId}: entry ${entryId}`);
  }
  return entries.size;
}

function checkChain(): void {
  const { ok, structure, faults } = verifyFile(join(folder, 'desk.db'));
  if (!ok) lost(`the file is not whole: ${JSON.stringify({ structure, faults })}`);
}

async function setUp(api: WebApi): Promise<void> {
  const disposition = { kind: 'open', incidentId: 'incident-1', title: '泄漏' } as const;
  const first: CommandInput[] = [
    { type: 'AddOfficer', officerId: 'wang', name: '王值班', post: 'watchOfficer' },
    { type: 'SetUpDesk', planId: 'jincheng-pipeline-2026' },
    { type: 'TakeCall', callId: 'call-0', receivedAt: new Date().toISOString(), disposition },
  ];
  for (const command of first) {
    const entry: Sent = { request: requestOf(command), reply: null };
    sent.push(entry);
    entry.reply = await api.execute(entry.request);
    if (!entry.reply.ok) throw new Error(`refused: ${JSON.stringify(entry)}`);
  }
}

async function run(): Promise<void> {
  const startTimes: number[] = [];
  let host = await startHostProcess(folder);
  const session = await signIn(host.address);
  let api = connectWebApi(session);
  await setUp(api);
  for (let kill = 0; kill < KILLS; kill++) {
    const from = sent.length;
    const lanes = [saveDrafts(api), ...Array.from({ length: LANES }, () => sendCommands(api))];
    await wait(random.below(LONGEST_MS));
    await host.kill();
    await Promise.all(lanes);
    checkChain();
    host = await startHostProcess(folder);
    startTimes.push(host.startedInMs);
    api = connectWebApi(session); // the same cookie on the same port: nobody signs in again
    await checkCommands(api, from);
    await checkDrafts(api);
    if ((kill + 1) % 25 === 0) console.log(`${kill + 1} kills, ${sent.length} commands`);
  }
  const entries = await checkLog(api);
  const code = await host.stop();
  if (code !== 0) lost(`a clean end: exit ${code} ${host.stderr()}`);
  checkChain();
  const middle = startTimes.toSorted((a, b) => a - b)[Math.floor(startTimes.length / 2)] ?? 0;
  const acknowledged = sent.filter(({ reply }) => reply !== null).length;
  console.log(
    `kills ${KILLS}, acknowledged ${acknowledged}, in flight ${unanswered}, entries ${entries}, lost ${losses.length}, ` +
      `start after a kill ${Math.round(middle)} ms (median), seed ${SEED}`,
  );
}

try {
  await run();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(losses.length === 0 ? 0 : 1);
