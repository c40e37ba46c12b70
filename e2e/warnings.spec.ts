// 3.4 on the board: a clue waits, a warning in force says who has not acknowledged, a re-issue asks again, its end takes it
// away; a kill in the middle loses nothing.
import { AxeBuilder } from '@axe-core/playwright';
import type { CommandInput } from '#shared/domain/commands.ts';
import { ago, expect, lateCall, test } from './support/fixtures.ts';

const warningId = 'rain';
const approval = { post: 'deputyCommander', name: '孙某', means: 'phone' } as const;
const issuer = { post: 'officeDirector', name: '赵某' };
const content = {
  areas: ['zezhou'],
  place: '沁河穿越段',
  kind: 'flood',
  startsAt: ago(10),
  endsAt: ago(-600),
  impact: '两岸两村',
  cautions: '远离河道',
  measures: '加密巡查',
};
const issue = (post: string): CommandInput => ({
  type: 'IssueWarning',
  warningId,
  content,
  issuer: { post, name: '某人' },
});

test('3.4: from clue to release, as the board shows it', async ({ page, desk }) => {
  await desk.setUp();
  await desk.record(
    lateCall('i1'),
    { type: 'RecordClue', clueId: 'k1', source: 'hotline', said: '河水漫过标志桩', receivedAt: ago(12) },
    { type: 'RecordClue', clueId: 'k2', source: 'patrol', said: '岸坡开裂', receivedAt: ago(5) },
  );
  await desk.enter(page);
  const band = page.getByRole('region', { name: '预警', exact: true });
  await expect(band).toContainText('线索待研判 · 热线举报');

  await desk.record(
    {
      type: 'AssessWarning',
      warningId,
      clueIds: ['k1'],
      participants: [{ name: '周工' }],
      conclusion: { kind: 'warn', level: 'orange' },
      reason: '暴雨',
    },
    { type: 'ReportWarning', warningId, person: '孙某', means: 'phone' },
    { type: 'ApproveWarning', warningId, approval, ground: 'rules' },
  );
  await expect(band).toContainText('橙色预警');
  await expect(band).toContainText('待发布');
  await expect(desk.record(issue('countyCommander'))).rejects.toThrow(/noAuthority.*3\.4\.2/);

  await desk.record(issue('officeDirector'), {
    type: 'AcknowledgeWarning',
    warningId,
    recipient: 'operator',
    person: '调度员',
  });
  await expect(band).toContainText('未签收 1/2');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);

  await desk.killAndRestart();
  await page.reload();
  await expect(band).toContainText('未签收 1/2');
  await desk.record({
    type: 'ChangeWarning',
    warningId,
    version: 1,
    level: 'red',
    content,
    reason: '水位上涨',
    approval,
    ground: 'rules',
    issuer,
  });
  await expect(band).toContainText('红色预警');
  await expect(band).toContainText('第2版');
  await expect(band).toContainText('未签收 2/2');

  const release = { type: 'ReleaseWarning', warningId, version: 2, reason: '水退' } as const;
  await expect(desk.record({ ...release, decision: { ...approval, post: 'countyCommander' } })).rejects.toThrow(
    /notTheIssuer.*3\.4\.4/,
  );
  await desk.record({ ...release, decision: approval });
  await expect(band).not.toContainText('红色预警');
  await expect(band).toContainText('线索待研判 · 基层巡查');
});
