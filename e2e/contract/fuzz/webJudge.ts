// Sends cases to a host and tells the first thing that is not as it must be.
import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { webRoutes } from '../../../shared/contract/webRoutes.ts';
import {
  doorHeaders,
  type Filling,
  FRAMES,
  fillRequest,
  type RawCase,
  type RequestCase,
  rawBytes,
  type UpgradeCase,
  upgradeStatus,
  type WebCase,
} from './webCases.ts';

export type Target = {
  filling: Filling;
  /** Calls that reached the desk since it was asked last; null where that cannot be told case by case. */
  reached(): number | null;
  /** Never to be told to anybody who may not know it. */
  secrets: readonly string[];
};
export type Fault = { what: string; case: WebCase };
/** What was let in rightly, to be compared with what the desk holds afterwards. */
export type Tally = { entries: number; drafts: number; sessions: number; answered: Record<number, number> };

type Got = { status: number; headers: IncomingHttpHeaders; text: string };
/** Long enough for an export, which stands behind everything on a busy machine; what hangs is still found. */
const ANSWER_MS = 20_000;
/** A socket that says nothing more is ended. */
const SILENCE_MS = 5000;

function ask(
  agent: Agent,
  port: number,
  method: string,
  path: string,
  headers: OutgoingHttpHeaders,
  body: string | Buffer | null,
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, method, path, headers, agent, setHost: false }, (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.on('error', reject);
      reply.on('end', () =>
        resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text: Buffer.concat(parts).toString() }),
      );
    });
    asked.setTimeout(ANSWER_MS, () => asked.destroy(new Error('no answer')));
    asked.on('error', reject);
    asked.end(body ?? undefined);
  });
}

/** Bytes on a socket of its own, and what `more` makes of the answer; resolves with all that came until the end. */
function speak(
  port: number,
  begin: (socket: Socket) => void,
  more: (heard: Buffer) => Buffer | 'done' | null,
): Promise<Buffer> {
  return new Promise((resolve) => {
    let heard: Buffer = Buffer.alloc(0);
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, () => begin(socket));
    socket.on('data', (part: Buffer) => {
      heard = Buffer.concat([heard, part]);
      const next = more(heard);
      if (next === 'done') socket.destroy();
      else if (next !== null) socket.write(next);
    });
    socket.on('error', () => undefined);
    socket.on('end', () => socket.destroy());
    socket.on('close', () => resolve(heard));
    socket.setTimeout(SILENCE_MS, () => socket.destroy());
  });
}

const statusOf = (heard: Buffer): number => Number(/^HTTP\/1\.1 (\d{3}) /.exec(heard.toString('latin1'))?.[1] ?? 0);

async function judgeRequest(one: RequestCase, target: Target, agent: Agent, tally: Tally): Promise<string | null> {
  const { filling, secrets } = target;
  const filled = fillRequest(one, filling);
  const carries = one.method !== 'GET' && one.method !== 'HEAD' && one.method !== 'TRACE';
  const headers = {
    ...doorHeaders(one.door, filling),
    ...(carries ? { 'content-type': filled.type, 'content-length': Buffer.byteLength(filled.text) } : {}),
  };
  const got = await ask(agent, filling.port, one.method, filled.path, headers, carries ? filled.text : null);
  tally.answered[got.status] = (tally.answered[got.status] ?? 0) + 1;
  if (got.status !== filled.status) return `answered ${got.status}, not ${filled.status}`;
  const reached = target.reached();
  if (reached !== null && reached !== (filled.reaches ? 1 : 0)) return `reached the desk ${reached} times`;
  const cookie = got.headers['set-cookie'];
  if ((cookie !== undefined) !== filled.signsIn) return 'gave a session';
  const policy = String(got.headers['content-security-policy']);
  if (!policy.startsWith("default-src 'none';")) return 'came without its policy';
  if (got.headers['access-control-allow-origin'] !== undefined) return 'let others read';
  const told = got.text + JSON.stringify(got.headers);
  const mayKnow = filled.reaches && got.status === 200;
  if (!mayKnow && secrets.some((secret) => told.includes(secret))) return 'told a secret';
  if (filled.signsIn) tally.sessions += 1;
  if (filled.reaches && filled.path === webRoutes.execute.path) {
    const reply = JSON.parse(got.text) as { ok: boolean; entryIds?: string[]; error?: { code: string } };
    if (reply.ok !== filled.isDone) return filled.isDone ? 'kept out what is right' : 'did what is nonsense';
    if (!reply.ok && !/^(invalid|unknown)Command$/.test(reply.error?.code ?? '')) {
      return `refused nonsense as ${reply.error?.code}`;
    }
    tally.entries += reply.entryIds?.length ?? 0;
  }
  if (filled.reaches && filled.path === webRoutes.saveDraft.path) tally.drafts += 1;
  return null;
}

/** The opcode of a server's closing frame, anywhere after the handshake: what it sends are short texts and this. */
function closes(heard: Buffer): boolean {
  const from = heard.indexOf('\r\n\r\n') + 4;
  for (let at = from; at + 1 < heard.length; ) {
    if (heard[at] === 0x88) return true;
    const short = (heard[at + 1] ?? 0) & 0x7f;
    at += short === 126 ? 4 + heard.readUInt16BE(at + 2) : 2 + short;
  }
  return false;
}

async function judgeUpgrade(one: UpgradeCase, target: Target, tally: Tally): Promise<string | null> {
  const { port } = target.filling;
  const headers = {
    ...doorHeaders(one.door, target.filling),
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': one.handshake === 'oldVersion' ? '6' : '13',
    ...(one.handshake === 'noKey' ? {} : { 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' }),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const wanted = upgradeStatus(one);
  let sent = false;
  const asked = Buffer.from(`GET ${one.path} HTTP/1.1\r\n${lines.join('')}\r\n`);
  const heard = await speak(
    port,
    (socket) => socket.write(asked),
    (soFar) => {
      if (!soFar.includes('\r\n\r\n')) return null;
      if (statusOf(soFar) !== 101) return soFar.length > 0 ? 'done' : null;
      if (closes(soFar)) return 'done';
      if (sent) return null;
      sent = true;
      return Buffer.from(FRAMES[one.frame] ?? []);
    },
  );
  const status = statusOf(heard);
  tally.answered[status] = (tally.answered[status] ?? 0) + 1;
  if (status !== wanted) return `upgrade answered ${status}, not ${wanted}`;
  if (status === 101 && !heard.includes('"hello"')) return 'said no hello';
  if (status === 101 && !closes(heard)) return 'went on listening to what no screen sends';
  return target.reached() === 0 || target.reached() === null ? null : 'reached the desk';
}

async function judgeRaw(one: RawCase, target: Target): Promise<string | null> {
  // Nothing follows: half a request is not waited for.
  const begin = (socket: Socket) => socket.end(rawBytes(one, target.filling));
  const heard = await speak(target.filling.port, begin, (soFar) => (soFar.includes('\r\n\r\n') ? 'done' : null));
  const status = statusOf(heard);
  if (status >= 500) return `answered ${status}`;
  if (status >= 200 && status < 300) return `let in with ${status}`;
  const reached = target.reached();
  return reached === null || reached === 0 ? null : 'reached the desk';
}

/** `lanes` at a time; the first fault ends it. */
export async function firstWebFault(
  cases: readonly WebCase[],
  target: Target,
  lanes: number,
): Promise<{ fault: Fault | null; tally: Tally }> {
  const agent = new Agent({ keepAlive: true, maxSockets: lanes });
  const tally: Tally = { entries: 0, drafts: 0, sessions: 0, answered: {} };
  const queue = cases.values();
  const state: { fault: Fault | null } = { fault: null };
  const judge = (one: WebCase): Promise<string | null> => {
    switch (one.kind) {
      case 'request':
        return judgeRequest(one, target, agent, tally);
      case 'upgrade':
        return judgeUpgrade(one, target, tally);
      case 'raw':
        return judgeRaw(one, target);
    }
  };
  async function lane(): Promise<void> {
    for (const one of queue) {
      if (state.fault !== null) return;
      const what = await judge(one).catch((error: unknown) => `broke: ${String(error)}`);
      if (what !== null) state.fault ??= { what, case: one };
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
  agent.destroy();
  return { fault: state.fault, tally };
}
