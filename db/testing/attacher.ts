/**
 * A host to be killed: `attacher.ts FILE`. Keeps one file after the other and attaches it, and says before each step what
 * comes next: `part N`, `last N`, `entry N SHA`, and `done N SHA` once it is acknowledged.
 */
import { writeSync } from 'node:fs';
import { createDesk } from '#db/desk/createDesk.ts';
import { openKeptFiles } from '#db/files/keptFiles.ts';
import { builtinPlans } from '#shared/plan/packages/builtin.ts';

const [path = '', first = '0'] = process.argv.slice(2);
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
const files = await openKeptFiles(path);

for (let n = Number(first); ; n += 1) {
  const uploadId = `upload-of-the-file-${n}`;
  const head = Buffer.from(`%PDF-1.7 ${n}\n`);
  const rest = Buffer.alloc(300_000, n % 251);
  say(`part ${n}`);
  await files.store({ uploadId, offset: 0, base64: head.toString('base64'), isLast: false });
  say(`last ${n}`);
  const kept = await files.store({ uploadId, offset: head.length, base64: rest.toString('base64'), isLast: true });
  if (kept.kind !== 'stored') throw new Error(JSON.stringify(kept));
  say(`entry ${n} ${kept.file.sha256}`);
  const file = { ...kept.file, name: `${n}.pdf` };
  const reply = execute(`command-${n}`, { type: 'AttachFile', incidentId: 'i1', attachmentId: `f${n}`, file });
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  say(`done ${n} ${kept.file.sha256}`);
}
