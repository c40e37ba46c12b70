import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { askRunningHost, hostIdentity, launchBodySchema, launchDesk, rememberPort } from './runningHost.ts';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'watchdesk-launch-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Listens on a port that `folder` remembers as its host's. */
async function listening(folder: string, answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  rememberPort(folder, port);
  return port;
}

const json = (value: unknown): string => JSON.stringify(value);
const hex = 'ab'.repeat(32);

/** Answers as the host does, with this key. */
function honest(folder: string, port: () => number): RequestListener {
  const desk = launchDesk(hostIdentity(folder), port, () => 'token-1');
  return (asked, reply) => {
    if (asked.method === 'GET') return void reply.end(json(desk.challenge()));
    let body = '';
    asked.on('data', (part) => (body += part));
    asked.on('end', () => reply.end(json(desk.grant(launchBodySchema.parse(JSON.parse(body))))));
  };
}

test('the running host gives a token', async () => {
  const folder = newFolder();
  let port = 0;
  port = await listening(
    folder,
    honest(folder, () => port),
  );
  expect(await askRunningHost(folder)).toEqual({ port, token: 'token-1' });
});

test.each<[string, RequestListener]>([
  [
    'does not hold the key',
    (asked, reply) => void reply.end(json(asked.method === 'GET' ? { challenge: hex } : { token: 'x', proof: hex })),
  ],
  ['answers something else', (_, reply) => void reply.end('<!doctype html>')],
  ['answers too much', (_, reply) => void reply.end('x'.repeat(100_000))],
  ['refuses', (_, reply) => void reply.writeHead(403).end('{}')],
  ['hangs up', (asked) => void asked.socket.destroy()],
  ['never answers', () => undefined],
])('a stranger on the remembered port who %s is not taken for the host', async (_, answer) => {
  const folder = newFolder();
  hostIdentity(folder);
  await listening(folder, answer);
  expect(await askRunningHost(folder)).toBeNull();
});

test('what a stranger was told opens nothing at the real host: the proof holds for one port', async () => {
  const folder = newFolder();
  const real = launchDesk(
    hostIdentity(folder),
    () => 1,
    () => 'token-1',
  );
  let told = '';
  await listening(folder, (asked, reply) => {
    if (asked.method === 'GET') return void reply.end(json(real.challenge()));
    asked.on('data', (part) => (told += part));
    asked.on('end', () => reply.end('{}'));
  });
  expect(await askRunningHost(folder)).toBeNull();
  expect(real.grant(launchBodySchema.parse(JSON.parse(told)))).toBeNull();
});

test.each([
  ['nothing', null],
  ['half a file', '{"port":'],
  ['a port that is none', '{"port":99999,"pid":1}'],
])('after %s in host.json there is no running host', async (_, text) => {
  const folder = newFolder();
  hostIdentity(folder);
  if (text !== null) writeFileSync(join(folder, 'host.json'), text);
  expect(await askRunningHost(folder)).toBeNull();
});

test('the identity stays; one that cannot be read is made anew', () => {
  const folder = newFolder();
  const first = hostIdentity(folder);
  expect(hostIdentity(folder)).toEqual(first);
  writeFileSync(join(folder, 'host.key'), '{}');
  expect(hostIdentity(folder)).not.toEqual(first);
});
