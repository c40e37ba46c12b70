/** 签发 [rules §7, plan 4.1.3]: who, in which post, how; numbers without gaps; what the log was when it was signed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CommandInput } from '../commands.ts';
import { call, openedDesk, questions, refusal, type TestDesk } from '../testing/testDesk.ts';
import type { Issue } from './events.ts';

const content = { title: '关于某事的报告', elements: [], body: '正文' };
const sign = (documentId: string, kind: string, more = {}) =>
  ({ type: 'SignDocument', incidentId: 'i1', documentId, kind, content, signedOffBy: '李卫东', ...more }) as const;
const settings = (more: { nextNumber?: number } = {}): CommandInput => ({
  type: 'SetDocumentSettings',
  masthead: '某办公室文件',
  numberPrefix: '某办',
  nextNumber: null,
  copies: ['某局', '某局'],
  ...more,
});
const issueOf = (desk: TestDesk, documentId: string): Issue | undefined =>
  desk.file().documents.find((document) => document.documentId === documentId)?.issue;

describe('a document keeps how it was issued', () => {
  test('[DOC-2] post, means and minute; the head, number and 抄送 of the desk; where the log stood', () => {
    const desk = openedDesk().do(settings()).at('03:20');
    const { length } = desk.log;
    desk.do(sign('w1', 'initial', { signOff: { post: 'officeDirector', means: 'phone' } }));
    expect(issueOf(desk, 'w1')).toEqual({
      ordinal: 1,
      version: 1,
      revises: null,
      number: '某办〔2013〕1号',
      masthead: '某办公室文件',
      copies: ['某局'],
      post: 'officeDirector',
      means: 'phone',
      at: { at: Date.parse('2013-11-22T03:20+08:00'), precision: 'second' },
      head: { chainId: 'test', position: length, hash: 'feed'.repeat(16) },
    });
  });

  test('a desk without 机关代字 gives no number', () => {
    const desk = openedDesk().do(sign('w1', 'initial'));
    expect(issueOf(desk, 'w1')).toMatchObject({ number: null, means: 'written' });
    expect(desk.log.some(({ type }) => type === 'DocumentNumbered')).toBe(false);
  });

  test('signed off at a future minute is asked back', () => {
    const ahead = sign('w1', 'initial', { signOff: { means: 'phone', at: '2013-11-22T05:00+08:00' } });
    expect(questions(openedDesk().ask(ahead))).toEqual(['futureTime']);
  });
});

describe('补签: a sign-off by phone is open until the paper is signed', () => {
  test('it is kept in sight, and signed once', () => {
    const desk = openedDesk().do(sign('w1', 'initial', { signOff: { post: 'officeDirector', means: 'phone' } }));
    const of = desk.lastEntryId('DocumentSigned');
    expect(desk.response().signatures).toMatchObject([
      { of, part: 'signOff', level: null, title: '关于某事的报告', name: '李卫东', signed: null },
    ]);
    expect(desk.response().reminders).toMatchObject([{ kind: 'signature' }]);
    const signature = { type: 'RecordSignature', incidentId: 'i1', of, part: 'signOff' } as const;
    desk.do(signature);
    expect(desk.response().signatures).toMatchObject([{ signed: { by: '李卫东' } }]);
    expect(desk.response().reminders).toEqual([]);
    expect(refusal(desk.ask(signature)).code).toBe('alreadySigned');
  });

  test('in writing there is nothing to sign for', () => {
    const desk = openedDesk().do(sign('w1', 'initial', { signOff: { means: 'written' } }));
    expect(desk.response().signatures).toEqual([]);
  });
});

describe('续报 are numbered, new versions keep the number', () => {
  test('首报 again is its second version; 续报 again is the next one, unless it says what it replaces', () => {
    const desk = openedDesk().do(settings());
    desk.do(sign('w1', 'initial')).do(sign('w2', 'initial'));
    desk
      .do(sign('f1', 'followUp'))
      .do(sign('f2', 'followUp'))
      .do(sign('f2b', 'followUp', { revises: 'f2' }));
    desk.do(sign('z1', 'final'));
    const seen = desk.file().documents.map(({ documentId, issue }) => {
      return [documentId, issue?.ordinal, issue?.version, issue?.revises, issue?.number];
    });
    expect(seen).toEqual([
      ['w1', 1, 1, null, '某办〔2013〕1号'],
      ['w2', 1, 2, 'w1', '某办〔2013〕1号'],
      ['f1', 1, 1, null, '某办〔2013〕2号'],
      ['f2', 2, 1, null, '某办〔2013〕3号'],
      ['f2b', 2, 2, 'f2', '某办〔2013〕3号'],
      ['z1', 1, 1, null, '某办〔2013〕4号'],
    ]);
  });

  test('words that say 续报二 are not signed as 续报三', () => {
    const desk = openedDesk().do(sign('f1', 'followUp', { ordinal: 1 }));
    expect(refusal(desk.ask(sign('f2', 'followUp', { ordinal: 1 })))).toMatchObject({
      code: 'ordinalTaken',
      params: { n: 1, next: 2 },
    });
    expect(refusal(desk.ask(sign('f2', 'followUp', { revises: 'nothing' }))).code).toBe('unknownDocument');
  });

  test('发文字号 run on across incidents from where the paper register stands, and none is given twice', () => {
    const desk = openedDesk()
      .do(settings({ nextNumber: 12 }))
      .do(sign('w1', 'initial'));
    desk.do(call({ callId: 'c2', disposition: { kind: 'open', incidentId: 'i2' } }));
    desk.do({ ...sign('x1', 'initial'), incidentId: 'i2' });
    expect(desk.file('i2').documents[0]?.issue?.number).toBe('某办〔2013〕13号');
    expect(refusal(desk.ask(settings({ nextNumber: 13 })))).toMatchObject({
      code: 'numberTaken',
      params: { n: 13, least: 14 },
    });
  });

  test('[DOC-3] whatever is signed in whatever order: ordinals of 续报 and numbers of the year run without gaps', () => {
    const act = fc.record({
      incident: fc.constantFrom('i1', 'i2'),
      kind: fc.constantFrom('initial', 'followUp', 'final'),
      revise: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        const desk = openedDesk().do(settings({ nextNumber: 5 }));
        desk.do(call({ callId: 'c2', disposition: { kind: 'open', incidentId: 'i2' } }));
        for (const [index, { incident, kind, revise }] of acts.entries()) {
          const last = desk.file(incident).documents.findLast((document) => document.kind === kind);
          const revises = revise && last !== undefined ? { revises: last.documentId } : {};
          desk.do({ ...sign(`d${index}`, kind, revises), incidentId: incident });
        }
        const signed = ['i1', 'i2'].map((id) => desk.file(id).documents);
        for (const documents of signed) {
          const ordinals = documents.filter(({ kind }) => kind === 'followUp').map(({ issue }) => issue?.ordinal ?? 0);
          expect([...new Set(ordinals)]).toEqual([...new Set(ordinals)].map((_, index) => index + 1));
        }
        const given = desk.log.filter(({ type }) => type === 'DocumentNumbered').map(({ payload }) => payload);
        expect(given.map((payload) => (payload as { n: number }).n)).toEqual(given.map((_, index) => index + 5));
        const numbers = signed.flat().map(({ issue }) => issue?.number);
        expect(new Set(numbers).size).toBe(given.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('receipt confirmed by phone', () => {
  const confirm = (recipient: string, more = {}) =>
    ({ type: 'ConfirmReceipt', incidentId: 'i1', reportId: 'r1', recipient, person: '王收文', ...more }) as const;
  const sent = () =>
    openedDesk().do({
      type: 'RecordReport',
      incidentId: 'i1',
      reportId: 'r1',
      kind: 'initial',
      form: 'written',
      recipients: ['city', 'safetyCommittee'],
      signedOffBy: '李卫东',
      via: '传真',
    });

  test('each recipient once; striking it leaves it open again', () => {
    const desk = sent().do(confirm('city'));
    expect(desk.file().reports[0]).toMatchObject({ via: '传真', receipts: [{ recipient: 'city', person: '王收文' }] });
    expect(refusal(desk.ask(confirm('city'))).code).toBe('nothingChanged');
    desk.do({ type: 'StrikeEntry', incidentId: 'i1', strikes: desk.lastEntryId('ReceiptConfirmed'), reason: '记错' });
    expect(desk.file().reports[0]?.receipts).toEqual([]);
  });

  test('only of what was sent there', () => {
    expect(refusal(sent().ask(confirm('province'))).code).toBe('unknownReference');
    expect(refusal(sent().ask(confirm('city', { reportId: 'r9' }))).code).toBe('unknownReference');
  });
});
