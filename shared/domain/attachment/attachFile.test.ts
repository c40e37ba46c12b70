/** Given an incident, when a file is attached, then the entry or a refusal in words. */
import { describe, expect, test } from 'vitest';
import type { CommandInput } from '../commands.ts';
import { commandSchema } from '../commands.ts';
import { decide } from '../decide.ts';
import { iso, TestDesk } from '../testing/testDesk.ts';
import { type FileState, MAX_FILE_BYTES, MAX_FILES } from './attachment.ts';

const file = { sha256: 'ab'.repeat(32), size: 2048, mime: 'image/png', name: '../现场.exe' } as const;
const attach = (more: Partial<Extract<CommandInput, { type: 'AttachFile' }>> = {}): CommandInput => ({
  type: 'AttachFile',
  incidentId: 'i1',
  attachmentId: 'f1',
  file,
  ...more,
});

function open(): TestDesk {
  const disposition = { kind: 'open', incidentId: 'i1' } as const;
  return new TestDesk()
    .do({ type: 'TakeCall', callId: 'c1', receivedAt: iso('03:10'), disposition })
    .do({ type: 'AddNote', incidentId: 'i1', entryId: 'note', text: '消防到场' });
}
const codeOf = (desk: TestDesk, command: CommandInput) => {
  const decision = desk.ask(command);
  return decision.kind === 'rejected' ? decision.error.code : decision.kind;
};

describe('a file of a call that is with no incident', () => {
  const toCall = (more: object = {}): CommandInput => ({
    type: 'AttachFileToCall',
    callId: 'prank',
    attachmentId: 'f1',
    file,
    ...more,
  });
  const withPrank = (): TestDesk =>
    open().do({
      type: 'TakeCall',
      callId: 'prank',
      receivedAt: iso('03:11'),
      disposition: { kind: 'falseAlarm', reason: '演习' },
    });

  test('[ATTACH-1] is an entry of the call, with the file in its envelope', () => {
    const safe = { ...file, name: '现场.exe.png' };
    const payload = { attachmentId: 'f1', of: { kind: 'call', callId: 'prank' }, file: safe };
    expect(withPrank().ask(toCall({ entryId: 'e1' }))).toEqual({
      kind: 'accepted',
      events: [{ stream: 'call/prank', type: 'FileAttached', payload, attachments: [safe], entryId: 'e1' }],
    });
  });

  test('once, to a call there is, and not to one that is with an incident', () => {
    const desk = withPrank();
    expect(codeOf(desk, toCall({ callId: 'none' }))).toBe('unknownCall');
    expect(codeOf(desk, toCall({ callId: 'c1' }))).toBe('callHasIncident');
    desk.do(toCall());
    expect(codeOf(desk, toCall())).toBe('idTaken');
    expect(codeOf(desk, toCall({ attachmentId: 'f2' }))).toBe('fileAlreadyAttached');
    expect(codeOf(desk, toCall({ attachmentId: 'f2', file: { ...file, sha256: 'cd'.repeat(32) } }))).toBe('accepted');
  });
});

describe('3.3: a file of a clue or a warning', () => {
  const toClue = (more: object = {}): CommandInput => ({
    type: 'AttachFileToWarning',
    of: { kind: 'clue', clueId: 'k1' },
    attachmentId: 'f1',
    file,
    ...more,
  });
  const toWarning = (more: object = {}) => toClue({ of: { kind: 'warning', warningId: 'w1' }, ...more });
  const warned = (): TestDesk =>
    open()
      .do({ type: 'RecordClue', clueId: 'k1', source: 'patrol', said: '岸坡开裂', entryId: 'told' })
      .do({
        type: 'AssessWarning',
        warningId: 'w1',
        clueIds: ['k1'],
        participants: [{ name: '周工' }],
        conclusion: { kind: 'watch' },
        reason: '看护',
      });

  test('[ATTACH-1] is an entry of its stream, with the file in its envelope', () => {
    const safe = { ...file, name: '现场.exe.png' };
    const of = { kind: 'warning', warningId: 'w1' };
    expect(warned().ask(toWarning({ entryId: 'e1' }))).toEqual({
      kind: 'accepted',
      events: [
        {
          stream: 'warning/w1',
          type: 'FileAttached',
          payload: { attachmentId: 'f1', of, file: safe },
          attachments: [safe],
          entryId: 'e1',
        },
      ],
    });
  });

  test('once, to one there is; a clue takes it after it was settled, a warning until it ends', () => {
    const desk = warned();
    expect(codeOf(desk, toClue({ of: { kind: 'clue', clueId: 'none' } }))).toBe('unknownClue');
    expect(codeOf(desk, toClue({ of: { kind: 'warning', warningId: 'none' } }))).toBe('unknownWarning');
    expect(codeOf(desk, toClue({ entryId: 'told' }))).toBe('idTaken');
    desk.do(toClue({ entryId: 'kept' })).do(toWarning());
    expect(desk.context.clue('k1')?.attachments).toMatchObject([{ attachmentId: 'f1', entryId: 'kept' }]);
    expect(desk.context.warning('w1')?.attachments).toMatchObject([{ attachmentId: 'f1' }]);
    for (const again of [toClue, toWarning]) {
      expect(codeOf(desk, again())).toBe('idTaken');
      expect(codeOf(desk, again({ attachmentId: 'f2' }))).toBe('fileAlreadyAttached');
      expect(codeOf(desk, again({ attachmentId: 'f2', file: { ...file, sha256: 'cd'.repeat(32) } }))).toBe('accepted');
    }
    const disposition = { kind: 'open', incidentId: 'i2', fromWarningId: 'w1' } as const;
    desk.do({ type: 'TakeCall', callId: 'c2', receivedAt: iso('03:10'), disposition });
    expect(codeOf(desk, toWarning({ attachmentId: 'f2' }))).toBe('warningStage');
  });
});

describe('a file is attached', () => {
  test('[ATTACH-1] its hash, size and kind are in the payload and in the envelope, its name made safe', () => {
    const decision = open().ask(attach());
    const safe = { ...file, name: '现场.exe.png' };
    expect(decision).toEqual({
      kind: 'accepted',
      events: [
        {
          stream: 'incident/i1',
          type: 'FileAttached',
          payload: { attachmentId: 'f1', of: { kind: 'incident' }, file: safe },
          attachments: [safe],
        },
      ],
    });
  });

  test('to a call or an entry of this incident, and to nothing else', () => {
    const desk = open();
    expect(codeOf(desk, attach({ of: { kind: 'call', callId: 'c1' } }))).toBe('accepted');
    expect(codeOf(desk, attach({ of: { kind: 'entry', entryId: 'note' } }))).toBe('accepted');
    expect(codeOf(desk, attach({ of: { kind: 'call', callId: 'c2' } }))).toBe('unknownCall');
    expect(codeOf(desk, attach({ of: { kind: 'entry', entryId: 'nothing' } }))).toBe('unknownEntry');
    expect(codeOf(desk, attach({ incidentId: 'i2' }))).toBe('unknownIncident');
  });

  test('once to the same thing; again after it was struck', () => {
    const desk = open().do(attach({ entryId: 'attached' }));
    expect(codeOf(desk, attach({ attachmentId: 'f1' }))).toBe('idTaken');
    expect(codeOf(desk, attach({ attachmentId: 'f2' }))).toBe('fileAlreadyAttached');
    expect(codeOf(desk, attach({ attachmentId: 'f2', of: { kind: 'call', callId: 'c1' } }))).toBe('accepted');
    desk.do({ type: 'StrikeEntry', incidentId: 'i1', strikes: 'attached', reason: '附错' });
    expect(codeOf(desk, attach({ attachmentId: 'f2' }))).toBe('accepted');
    expect(desk.file('i1').attachments).toMatchObject([{ attachmentId: 'f1', struck: true }]);
  });

  test(`no more than ${MAX_FILES} of one incident`, () => {
    const desk = open();
    for (let n = 0; n < MAX_FILES; n += 1) {
      const sha256 = n.toString(16).padStart(64, '0');
      desk.do(attach({ attachmentId: `f${n}`, file: { ...file, sha256 } }));
    }
    expect(codeOf(desk, attach({ attachmentId: 'more' }))).toBe('tooManyFiles');
  });

  test('[ATTACH-2] where its bytes are missing or others, it is refused', () => {
    const desk = open();
    const ask = (state: FileState) => decide(commandSchema.parse(attach()), { ...desk.context, keptFile: () => state });
    expect(ask('whole').kind).toBe('accepted');
    const refused = (code: string) => ({ kind: 'rejected', error: { code, params: { name: '现场.exe.png' } } });
    expect(ask('missing')).toEqual(refused('fileMissing'));
    expect(ask('changed')).toEqual(refused('fileChanged'));
  });

  test.each([
    ['a hash in capitals', { sha256: 'AB'.repeat(32) }],
    ['a path for a hash', { sha256: `../${'a'.repeat(61)}` }],
    ['nothing in it', { size: 0 }],
    ['too large', { size: MAX_FILE_BYTES + 1 }],
    ['another kind', { mime: 'text/html' }],
  ])('%s is no file', (_name, change) => {
    expect(commandSchema.safeParse({ ...attach(), file: { ...file, ...change } }).success).toBe(false);
  });
});
