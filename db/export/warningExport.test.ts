/** An incident that came from a warning takes the warning's notices and its messages along, and verifies [EXPORT-1]. */
import { expect, test } from 'vitest';
import { iso, readyDesk } from '#db/testing/testDesk.ts';
import type { CommandInput } from '#shared/domain/commands.ts';
import { listDocuments } from '#shared/domain/papers/documentList.ts';
import { verifyBytes } from './testing/archives.ts';
import { factsOf, filesFrom, INCIDENT } from './testing/exported.ts';

const on = { warningId: 'w1' } as const;
const approval = { post: 'deputyCommander', name: '孙', means: 'phone' } as const;

test('its papers are the incident’s too: listed as signed, exported with CAP beside them', async () => {
  const desk = readyDesk();
  const at = iso(desk.clock.now());
  const content = {
    areas: ['zezhou'],
    kind: 'flood',
    startsAt: at,
    impact: '两村',
    cautions: '远离',
    measures: '巡查',
  };
  const commands: CommandInput[] = [
    { type: 'SetDocumentSettings', masthead: '某办文件', numberPrefix: '某办', nextNumber: null, copies: [] },
    {
      type: 'AssessWarning',
      ...on,
      participants: [{ name: '甲' }],
      conclusion: { kind: 'warn', level: 'orange' },
      reason: '雨',
    },
    { type: 'ReportWarning', ...on, person: '某人', means: 'phone' },
    { type: 'ApproveWarning', ...on, approval, ground: 'rules' },
    { type: 'IssueWarning', ...on, content, issuer: { post: 'officeDirector', name: '赵' } },
    {
      type: 'TakeCall',
      callId: 'c1',
      receivedAt: at,
      figures: {},
      details: {},
      disposition: { kind: 'open', incidentId: INCIDENT, title: '泄漏', fromWarningId: 'w1' },
    },
  ];
  for (const command of commands) desk.must(command);
  const facts = await factsOf(desk);
  const listed = listDocuments(facts.plan, facts).find(({ kind }) => kind === 'warning');
  expect(listed).toMatchObject({
    id: 'warning:1',
    state: 'signed',
    version: 1,
  });
  expect(listed?.number).toMatch(/^某办/);
  const files = await filesFrom(facts);
  const names = [...files.keys()].filter((name) => name.startsWith('documents/'));
  expect(names.some((name) => /关于发布暴雨洪水威胁橙色预警的通知.*\.docx$/.test(name))).toBe(true);
  expect(names).toContain('documents/jincheng-pipeline-2026.w1.v1.xml');
  expect(verifyBytes(files).faults).toEqual([]);
});
