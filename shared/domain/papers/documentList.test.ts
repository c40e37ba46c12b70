/** 文书 of an incident: each paper once, with how far it is [rules §7]. */
import { expect, test } from 'vitest';
import type { CommandInput } from '../commands.ts';
import { incidentId } from '../testing/commandsOnIncident.ts';
import { openedDesk, type TestDesk } from '../testing/testDesk.ts';
import { listDocuments } from './documentList.ts';
import { signableDraft } from './papers.ts';
import { noticeContent } from './responseNotice.ts';

const listed = (desk: TestDesk) => listDocuments(desk.plan, { file: desk.file(), response: desk.response() });
const rowOf = (desk: TestDesk, id: string) => listed(desk).find((row) => row.id === id);

const content = { title: '关于某事的报告', elements: [], body: '市委：\n某事。' };
const sign = {
  type: 'SignDocument',
  incidentId,
  documentId: 'd1',
  kind: 'initial',
  content,
  signedOffBy: '王主任',
} as const;

test('of a quiet incident there are the records, made on request', () => {
  expect(listed(openedDesk()).map(({ id, state }) => [id, state])).toEqual([
    ['calls', 'onRequest'],
    ['script', 'onRequest'],
    ['log', 'onRequest'],
    ['evaluation', 'onRequest'],
  ]);
});

test('a report is signed, sent, then received by everyone it went to; a struck sending counts for nothing', () => {
  const desk = openedDesk().at('03:20').do(sign);
  expect(rowOf(desk, 'signed:d1')).toMatchObject({
    reportKind: 'initial',
    version: 1,
    state: 'signed',
    head: { chainId: 'test' },
  });
  const send = (reportId: string): CommandInput => ({
    type: 'RecordReport',
    incidentId,
    reportId,
    entryId: `sent-${reportId}`,
    kind: 'initial',
    form: 'written',
    documentId: 'd1',
    recipients: ['city', 'province'],
  });
  desk.do(send('r1')).do({ type: 'StrikeEntry', incidentId, strikes: 'sent-r1', reason: '未发出' }, 'confirmed');
  expect(rowOf(desk, 'signed:d1')?.state).toBe('signed');
  desk.do(send('r2'));
  const confirm = (recipient: string) =>
    desk.do({ type: 'ConfirmReceipt', incidentId, reportId: 'r2', recipient, person: '李某' });
  expect(rowOf(desk, 'signed:d1')?.state).toBe('sent');
  confirm('city');
  expect(rowOf(desk, 'signed:d1')?.state).toBe('sent');
  confirm('province');
  expect(rowOf(desk, 'signed:d1')?.state).toBe('received');
});

test('a notice waits for a signature, is one row with its newest version, and is to be signed for where that was by phone', () => {
  const desk = openedDesk({ figures: { dead: 12 } })
    .at('03:30')
    .do({
      type: 'StartResponse',
      incidentId,
      level: 'I',
      decision: { post: 'commander', name: '陈立', means: 'written' },
      expectedHours: 24,
    });
  const noticeOf = desk.response().history[0]?.entryId ?? '';
  const row = () => rowOf(desk, `notice:${noticeOf}`);
  expect(row()).toMatchObject({ state: 'draft', version: null, head: null });
  const papers = { masthead: null, numberPrefix: null, copies: [] };
  const context = { plan: desk.plan, papers, head: { chainId: 'c', position: 1, hash: 'h' }, isDrill: false, at: 0 };
  const caller = { name: '张三', post: 'watchOfficer', callback: null, requests: null };
  const facts = { file: desk.file(), response: desk.response(), caller, words: () => '' };
  const draft = signableDraft(context, facts, { kind: 'notice', noticeOf });
  if (draft === null) throw new Error('no notice');
  const notice = { ...sign, kind: 'notice', noticeOf, content: noticeContent(draft) };
  desk.do({ ...notice, documentId: 'n1' }).do({ ...notice, documentId: 'n2', signOff: { means: 'phone' } });
  expect(row()).toMatchObject({ state: 'signed', version: 2, isToBeSigned: true });
  expect(listed(desk).filter(({ kind }) => kind === 'notice' || kind === 'signed')).toHaveLength(1);
});
