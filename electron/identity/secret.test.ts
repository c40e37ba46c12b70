/** [PEOPLE-3] The secret of a PIN is in one file and nowhere else: not in the log, its backups, its index or its drafts. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createDesk } from '#db/desk/createDesk.ts';
import { LIVE_DESK } from '#electron/desks/desks.ts';
import { builtinPlans } from '#shared/plan/packages/builtin.ts';
import { createIdentity } from './identity.ts';
import type { PinHash } from './pinHash.ts';
import { openPinStore } from './pinStore.ts';
import { openScreens } from './screens.ts';

const PIN = '271828';
const folder = mkdtempSync(join(tmpdir(), 'watchdesk-secret-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('set, changed and shown on a desk with a file and a backup', async () => {
  const desk = createDesk({ path: join(folder, 'desk.db'), kind: 'live', deskId: LIVE_DESK, plans: builtinPlans });
  const officer = { officerId: 'wang', name: '王值班', post: 'watchOfficer' };
  const send = (commandId: string, command: Parameters<typeof desk.execute>[0]['command']) =>
    desk.execute({ desk: LIVE_DESK, commandId, officerId: officer.officerId, command });
  send('first-command', { type: 'AddOfficer', ...officer });
  send('second-command', { type: 'SetUpDesk', planId: 'jincheng-pipeline-2026' });
  const identity = createIdentity({
    desk: { execute: async (request) => desk.execute(request), query: async (query) => desk.query(query) },
    pins: openPinStore({ folder }),
    screens: openScreens(folder),
    clock: Date.now,
    log: () => undefined,
    push: () => undefined,
  });
  const asked = { officerId: officer.officerId, pin: PIN };
  expect((await identity.act('a', { act: 'setPin', old: null, ...asked })).ok).toBe(true);
  expect((await identity.act('b', { act: 'signIn', ...asked })).ok).toBe(true);
  identity.stop();
  await desk.backUp();
  desk.close();

  const [{ pin }] = JSON.parse(readFileSync(join(folder, 'officer-pins.json'), 'utf8')) as [{ pin: PinHash }];
  const raw = (base64: string): Buffer => Buffer.from(base64, 'base64');
  const secrets = [PIN, pin.hash, pin.salt, raw(pin.hash), raw(pin.salt), raw(pin.hash).toString('hex')];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.name !== 'officer-pins.json')
    .map((file) => join(file.parentPath, file.name));
  expect(
    files.some((path) => path.includes('backups')),
    'a backup was made',
  ).toBe(true);
  for (const path of files) {
    const bytes = readFileSync(path);
    for (const secret of secrets) expect(bytes.includes(secret), path).toBe(false);
  }
});
