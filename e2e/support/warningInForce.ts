/** A night of rain: a warning raised and partly acknowledged, another one to be issued, a third only watched, a clue that waits. */
import type { CommandInput } from '#shared/domain/commands.ts';
import { ago } from './fixtures.ts';

const approval = { post: 'deputyCommander', name: '孙建国', means: 'phone' } as const;
const issuer = { post: 'officeDirector', name: '赵立群' };
const content = {
  areas: ['zezhou', 'yangcheng'],
  place: '沁河穿越段 K12+300 至 K14+800',
  kind: 'flood',
  startsAt: ago(90),
  endsAt: ago(5),
  impact: '两岸北石店、周村两个乡镇，沿线居民约1200人；穿越段管线裸露',
  cautions: '沿河居民远离河道和管道标志桩；发现异味立即报告',
  measures: '加密巡查，每2小时一报；调压降输；抢险力量前置待命',
};

/** In force at its second level; its stated end has passed. */
const raised = (warningId: string): CommandInput[] => [
  {
    type: 'AssessWarning',
    warningId,
    clueIds: ['bank'],
    participants: [
      { name: '周工', unit: 'energy' },
      { name: '郑预报', unit: { other: '市气象台' } },
    ],
    inputs: { weather: '6小时雨量80毫米以上', operation: '进站压力4.2兆帕，流量正常' },
    conclusion: { kind: 'warn', level: 'yellow' },
    reason: '水位持续上涨，岸坡可能失稳',
    heldAt: ago(110),
  },
  { type: 'ReportWarning', warningId, person: '孙建国', means: 'phone', reportedAt: ago(100) },
  { type: 'ApproveWarning', warningId, approval: { ...approval, at: ago(95) }, ground: 'rules' },
  { type: 'IssueWarning', warningId, content, issuer: { ...issuer, at: ago(90) } },
  {
    type: 'ChangeWarning',
    warningId,
    version: 1,
    level: 'orange',
    content: { ...content, impact: '三个乡镇，沿线居民约2600人', measures: '停输降压，抢险力量到位' },
    reason: '水位超警戒1.2米，岸坡局部垮塌',
    approval: { ...approval, at: ago(45) },
    ground: 'rules',
    issuer: { ...issuer, at: ago(40) },
  },
  { type: 'SendWarning', warningId, to: ['duty-zezhou', 'operator'], means: 'phone', sentAt: ago(38) },
  { type: 'AcknowledgeWarning', warningId, recipient: 'operator', person: '韩调度', acknowledgedAt: ago(35) },
  { type: 'SetWarningAction', warningId, item: 'wa-consult', state: { kind: 'done' }, at: ago(30) },
  {
    type: 'SetWarningAction',
    warningId,
    item: 'wr-standby',
    state: { kind: 'assigned', to: 'fireRescue', dueAt: ago(10) },
    at: ago(29),
  },
];

/** `rain` is in force, `slide` is approved and not issued, `dig` is watched. */
export const warningsOfANight = (): CommandInput[] => [
  { type: 'RecordClue', clueId: 'bank', source: 'patrol', said: '岸坡有裂缝，宽约两指', receivedAt: ago(130) },
  { type: 'RecordClue', clueId: 'digger', source: 'hotline', said: '有挖掘机在标志桩旁施工', receivedAt: ago(22) },
  ...raised('rain'),
  {
    type: 'AssessWarning',
    warningId: 'slide',
    title: '陵川县滑坡隐患',
    participants: [{ name: '周工' }],
    conclusion: { kind: 'warn', level: 'red' },
    reason: '滑坡体距管线不足20米',
  },
  { type: 'ReportWarning', warningId: 'slide', person: '孙建国', means: 'phone' },
  { type: 'ApproveWarning', warningId: 'slide', approval, ground: 'superior', basis: '省局电话' },
  {
    type: 'AssessWarning',
    warningId: 'dig',
    title: '高平市马村镇第三方施工威胁',
    participants: [{ name: '周工' }],
    conclusion: { kind: 'watch' },
    reason: '已派人到场看护',
    reviewAt: ago(-120),
  },
];
