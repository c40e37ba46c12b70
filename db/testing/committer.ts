/**
 * A desk to be killed: `committer.ts FILE FIRST MODE`. Prints each command id once it is acknowledged, with a write
 * that cannot be lost in a buffer. MODE `run` goes on until it is killed, `inside` kills itself in the middle of a
 * transaction, `open` opens and waits.
 */
import { writeSync } from 'node:fs';
import { createDesk } from '#db/desk/createDesk.ts';
import { builtinPlans } from '#shared/plan/packages/builtin.ts';

const [path = '', first = '0', mode = 'run'] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

const desk = createDesk({ path, kind: 'live', plans: builtinPlans });
const execute = (commandId: string, command: Parameters<typeof desk.execute>[0]['command']) =>
  desk.execute({ desk: 'live', commandId, officerId: 'o1', command });

if (desk.position() === 0) {
  execute('set-up-officer', { type: 'AddOfficer', officerId: 'o1', name: '王值班', post: 'watchOfficer' });
  execute('set-up-desk', { type: 'SetUpDesk', planId: 'jincheng-pipeline-2026' });
  const disposition = { kind: 'open', incidentId: 'i1', title: '泄漏' } as const;
  execute('set-up-call', { type: 'TakeCall', callId: 'c1', receivedAt: '2026-03-02T08:00+08:00', disposition });
}
say('ready');

if (mode === 'inside') {
  desk.log.commit(() => {
    desk.log.append({
      commandId: 'half-written',
      contentHash: Buffer.alloc(32),
      actor: { officerId: 'o1', name: '王值班', post: 'watchOfficer', role: null, onBehalfOf: null },
      reading: { recordedAt: Date.now(), monotonic: 0, clockTrusted: true },
      entries: Array.from({ length: 500 }, (_, i) => ({
        entryId: `half-${i}`,
        stream: 'incident/i1',
        type: 'NoteAdded',
        schemaVersion: 1,
        body: JSON.stringify({ text: '半'.repeat(2000), happened: null }),
        planHash: null,
      })),
      headsOf: () => [],
    });
    process.kill(process.pid, 'SIGKILL');
  });
}
for (let n = Number(first); mode === 'run'; n += 1) {
  const reply = execute(`command-${n}`, { type: 'AddNote', incidentId: 'i1', text: `第${n}条` });
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  say(`command-${n}`);
}
setInterval(() => undefined, 1000);
