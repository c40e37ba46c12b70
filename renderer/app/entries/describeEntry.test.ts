import { describe, expect, it } from 'vitest';
import { firstBuiltinPlan } from '#renderer/platform/fakeApi.ts';
import { alarmEventSchemas } from '#shared/domain/alarm/events.ts';
import { callEventSchemas } from '#shared/domain/call/events.ts';
import { deskEventSchemas } from '#shared/domain/desk/events.ts';
import { type CheckId, checkIds } from '#shared/domain/desk/selfCheck.ts';
import { directoryEventSchemas } from '#shared/domain/directory/events.ts';
import { incidentEventSchemas } from '#shared/domain/incident/events.ts';
import type { LogRow } from '#shared/domain/rows.ts';
import { eventSchemas } from '#shared/domain/streams.ts';
import frozen from '#shared/domain/testing/frozenEvents.v1.json' with { type: 'json' };
import { clueEventSchemas, warningEventSchemas } from '#shared/domain/warning/events.ts';
import { createFormat } from '../format/useFormat.ts';
import { en } from '../i18n/en/index.ts';
import type { Labelled } from '../i18n/locale.ts';
import { createTranslate, translateZh } from '../i18n/translator.ts';
import { descriptions, entryText } from './describeEntry.ts';
import type { EntryContext } from './entryTypes.ts';

const plan = firstBuiltinPlan();
const zh: EntryContext = {
  plan,
  officers: [{ officerId: 'zhang', name: '张海峰', post: 'watchOfficer' }],
  t: translateZh,
  locale: 'zh-CN',
  format: createFormat(plan.timeZone, translateZh),
  label: (item: Labelled | undefined, fallback = '') => item?.label ?? fallback,
};
const english = createTranslate(en);
const inEnglish: EntryContext = {
  ...zh,
  t: english,
  locale: 'en',
  format: createFormat(plan.timeZone, english),
  label: (item, fallback = '') => item?.labelEn ?? fallback,
};

const at = Date.parse('2013-11-22T02:12:00+08:00');
const minute = { at, precision: 'minute' as const };
const shown = { planHash: 'h', engineVersion: '1', clockGrade: 'serious', proposedLevel: null, unmet: [] };
const reported = {
  observed: minute,
  source: '110 转警',
  figures: { dead: { kind: 'exact', n: 0 }, injured: { kind: 'unknown' } },
  conditions: { leak: 'yes' },
  durations: {},
  marks: {},
  details: {},
};
const decision = { post: 'commander', name: '陈立', means: 'phone', at: minute };

/** Type, payload, what the sentence must say. */
/** A self-check's results with these faults. */
const checked = (faults: Partial<Record<CheckId, string>> = {}) =>
  Object.fromEntries(checkIds.map((check) => [check, { fault: faults[check] ?? null, measured: null }]));

const samples: [type: string, payload: unknown, says: string[]][] = [
  [
    'CallTaken',
    {
      callId: 'c',
      received: minute,
      occurred: minute,
      discovered: null,
      reported,
      disposition: { kind: 'open', incidentId: 'i' },
    },
    ['接报', '110 转警'],
  ],
  [
    'CallTaken',
    {
      callId: 'c',
      received: minute,
      occurred: null,
      discovered: null,
      reported,
      disposition: { kind: 'falseAlarm', reason: '气味来自施工' },
    },
    ['误报', '气味来自施工'],
  ],
  [
    'CallTaken',
    {
      callId: 'c',
      received: minute,
      occurred: null,
      discovered: null,
      reported,
      disposition: { kind: 'duplicate', ofCallId: 'b', reason: null },
    },
    ['重复'],
  ],
  [
    'IncidentOpened',
    {
      incidentId: 'i',
      callId: 'c',
      title: '输油管道泄漏',
      plan: { id: 'p', version: '1', hash: 'h' },
      occurred: minute,
      discovered: null,
      received: minute,
      reported,
    },
    ['输油管道泄漏', '02:12', '遇难 0人', '泄漏 是'],
  ],
  [
    'IncidentOpened',
    {
      incidentId: 'i',
      callId: 'c',
      title: '泄漏',
      plan: { id: 'p', version: '1', hash: 'h' },
      occurred: null,
      discovered: null,
      received: minute,
      reported,
    },
    ['事发时间正在核实'],
  ],
  ['CallJoined', { callId: 'c', received: minute, reported }, ['并入']],
  [
    'FiguresRecorded',
    {
      observed: minute,
      source: '市卫健委',
      figures: { dead: { kind: 'exact', n: 22 }, missing: { kind: 'atLeast', n: 6 } },
    },
    ['遇难 22人', '失联 至少6人', '市卫健委'],
  ],
  [
    'ConditionsRecorded',
    { observed: minute, source: null, conditions: { explosion: 'yes', fire: 'unknown' } },
    ['爆炸 是', '起火 正在核实'],
  ],
  [
    'DurationRecorded',
    { duration: 'outage', started: minute, ended: null, forecastHours: 20, source: null },
    ['停输', '自 11-22 02:12', '恢复时间正在核实', '预计 20 小时'],
  ],
  [
    'DetailsRevised',
    { title: '新名称', details: { place: '暗渠', trend: null, area: 'zezhou' }, source: null },
    ['名称 新名称', '具体位置 暗渠', '发展趋势 正在核实', '泽州县'],
  ],
  [
    'TimesCorrected',
    { occurred: minute, discovered: null, reason: '调度记录' },
    ['事发 11-22 02:12', '发现 正在核实', '调度记录'],
  ],
  ['GradeDetermined', { grade: 'major', reason: '遇难 22 人', shown }, ['重大', '遇难 22 人']],
  ['GradeDetermined', { grade: 'serious', reason: null, shown }, ['较大']],
  [
    'ReportRecorded',
    {
      report: {
        reportId: 'r',
        unit: 'office',
        kind: 'initial',
        form: 'phone',
        recipients: ['city', 'province'],
        sent: minute,
        receiver: '王主任',
        sender: null,
        signedOffBy: '李卫东',
        readBack: true,
        demandId: null,
        documentId: null,
        note: null,
      },
      clocksMet: ['a', 'b'],
    },
    ['首报 电话 → 市委、市政府', '王主任', '李卫东', '已复诵', '2 项'],
  ],
  [
    'ReportRecorded',
    {
      report: {
        reportId: 'r',
        unit: 'county',
        kind: 'initial',
        form: 'written',
        recipients: ['city'],
        sent: minute,
        receiver: null,
        sender: null,
        signedOffBy: null,
        readBack: null,
        demandId: null,
        documentId: null,
        note: null,
      },
      clocksMet: [],
    },
    ['属地县'],
  ],
  [
    'DemandRecorded',
    { demandId: 'd', from: 'city', at: minute, person: '王主任', what: '核实疏散人数' },
    ['市委、市政府要求核实', '核实疏散人数', '王主任'],
  ],
  ['SwitchSet', { switch: 'specialCircumstances', on: true, reason: '敏感时期' }, ['打开', '特殊情况', '敏感时期']],
  ['MarkSet', { mark: 'productionSafety', value: 'no', reason: '自然灾害' }, ['生产安全事故', '否', '自然灾害']],
  ['ObligationWaived', { rule: 'R8', reason: '市里统一上报' }, ['免除', '可首先越级报告', '市里统一上报']],
  ['NoteAdded', { text: '暗渠爆炸', happened: minute }, ['暗渠爆炸', '发生于 11-22 02:12']],
  ['PhoneCallRecorded', frozen.PhoneCallRecorded, ['拨打 周队长：接通', '13800000000', '已出发']],
  ['CallStepClaimed', frozen.CallStepClaimed, ['开始呼叫 市公安局', 'Ⅱ级响应呼叫']],
  ['CallStepClaimed', { ...frozen.CallStepClaimed, takenFrom: '李敏' }, ['自李敏接手']],
  ['CallStepReleased', frozen.CallStepReleased, ['放下呼叫 市公安局']],
  ['CallStepTried', frozen.CallStepTried, ['呼叫 市公安局：接通', '110', '李警官', '即派人']],
  [
    'CallStepTried',
    { ...frozen.CallStepTried, result: 'busy', name: '某科长', unit: '市公安局' },
    ['占线', '市公安局 某科长'],
  ],
  ['CallStepSkipped', frozen.CallStepSkipped, ['不呼叫 市公安局', '已在现场']],
  ['CallStepReopened', frozen.CallStepReopened, ['恢复呼叫 市公安局', '记错']],
  ['CallStepAdded', frozen.CallStepAdded, ['加入呼叫 邻县值班室', '通报下游', '0356-1234567']],
  ['ContactAdded', frozen.ContactAdded, ['通讯录新增 单伟', '市水务局']],
  ['ContactChanged', frozen.ContactChanged, ['通讯录更改 单伟']],
  ['ContactConfirmed', frozen.ContactConfirmed, ['核对通讯录 单伟']],
  ['ContactRemoved', frozen.ContactRemoved, ['通讯录删除 单伟', '调离']],
  ['ContactCalled', frozen.ContactCalled, ['拨打 市水务局 单伟：无人接听', '13800000001']],
  ['ContactCalled', { ...frozen.ContactCalled, result: 'busy' }, ['占线']],
  ['ContactCalled', { ...frozen.ContactCalled, result: 'wrongNumber' }, ['号码不对']],
  ['ContactImportStarted', frozen.ContactImportStarted, ['开始导入 通讯录.xlsx，共 1 条']],
  ['ContactsStaged', frozen.ContactsStaged, ['导入第 1 段，1 条，尚未生效']],
  ['ContactImportFinished', frozen.ContactImportFinished, ['导入 通讯录.xlsx：新增 1 条，更新 0 条']],
  ['ContactImportCancelled', frozen.ContactImportCancelled, ['取消导入 通讯录.xlsx']],
  ['ContactImportUndone', frozen.ContactImportUndone, ['撤销导入 通讯录.xlsx：移除 1 条，恢复 0 条，保留 0 条']],
  ['FileAttached', frozen.FileAttached, ['附上 现场.png', '附于接报']],
  ['EntryStruck', { entryId: 'e', reason: '录错' }, ['划去', '录错']],
  [
    'DocumentSigned',
    { documentId: 'd', kind: 'initial', content: { title: 't', elements: [], body: '' }, signedOffBy: '李卫东', shown },
    ['李卫东 签发 首报'],
  ],
  [
    'DocumentSigned',
    {
      ...frozen.DocumentSigned,
      kind: 'followUp',
      issue: {
        ordinal: 2,
        version: 3,
        revises: 'd',
        number: '某办〔2013〕7号',
        masthead: null,
        copies: [],
        post: 'officeDirector',
        means: 'phone',
        at: minute,
        head: { chainId: 'c', position: 1, hash: 'h' },
      },
    },
    ['签发 续报之2', '办公室主任', '电话', '某办〔2013〕7号', '第 3 版'],
  ],
  ['ReceiptConfirmed', frozen.ReceiptConfirmed, ['市委、市政府 某人 电话确认收到']],
  ['PaperSent', frozen.PaperSent, ['发出公文 → 市公安局、某集团', '政务网']],
  ['PaperReceived', frozen.PaperReceived, ['某集团 某人 确认收到公文']],
  ['DocumentSettingsSet', frozen.DocumentSettingsSet, ['更改公文设置', '某办公室文件']],
  ['DocumentNumbered', frozen.DocumentNumbered, ['编发文号 某办〔2013〕7号']],
  [
    'ResponseStarted',
    { level: 'I', decision, matter: null, reason: '遇难 22 人', expectedHours: null, citesEntryId: null, shown },
    ['启动 Ⅰ级响应：指挥长陈立电话决定', '遇难 22 人'],
  ],
  ['ResponseAdjusted', { from: 'II', level: 'I', decision, reason: null, shown }, ['由Ⅱ级响应调整为 Ⅰ级响应']],
  ['ResponseTerminated', { level: 'I', conditions: {}, approval: decision, decision, shown }, ['终止 Ⅰ级响应', '批准']],
  ['BulletinDrafted', frozen.BulletinDrafted, ['拟信息发布稿 管道泄漏：简要信息']],
  ['BulletinRevised', frozen.BulletinRevised, ['第2稿']],
  ['BulletinApproved', frozen.BulletinApproved, ['批准发布 管道泄漏：简要信息', '某主任', '电话']],
  ['BulletinReleased', frozen.BulletinReleased, ['发布 管道泄漏：简要信息', '政府网站、社区广播', '某发言人']],
  ['BulletinWithdrawn', frozen.BulletinWithdrawn, ['撤稿', '情况有变']],
  ['SentimentRecorded', frozen.SentimentRecorded, ['舆情：网传死亡人数不实', '某论坛']],
  ['ClueRecorded', frozen.ClueRecorded, ['热线举报', '河水漫过', '村民']],
  ['ClueLinked', frozen.ClueLinked, ['线索并入 某段']],
  ['ClueDismissed', frozen.ClueDismissed, ['查无此事']],
  ['WarningAssessed', frozen.WarningAssessed, ['提出橙色预警', '河床下切']],
  ['WarningReported', frozen.WarningReported, ['上报 市指挥部']],
  ['WarningApproved', frozen.WarningApproved, ['批准发布橙色预警', '某副指挥长']],
  ['WarningIssued', frozen.WarningIssued, ['发布 某段暴雨威胁 橙色预警', '某主任']],
  ['WarningChanged', frozen.WarningChanged, ['第2版', '红色预警', '重新签收']],
  ['WarningSent', frozen.WarningSent, ['相关管输企业', '短信']],
  ['WarningAcknowledged', frozen.WarningAcknowledged, ['相关管输企业 签收', '调度员']],
  ['WarningActionSet', frozen.WarningActionSet, ['交办', '市能源局']],
  ['WarningReleased', frozen.WarningReleased, ['解除 某段', '水位回落']],
  ['WarningConverted', frozen.WarningConverted, ['转为突发事件']],
  ['WarningAssessed', { ...frozen.WarningAssessed, conclusion: 'none', level: null }, ['无需预警']],
  ['WarningAssessed', { ...frozen.WarningAssessed, conclusion: 'watch', level: null }, ['继续关注']],
  ['WarningChanged', { ...frozen.WarningChanged, changed: ['impact'] }, ['变更 某段暴雨威胁 第2版']],
  ['ResponseProposed', frozen.ResponseProposed, ['甲 提请终止响应', '研判']],
  ['ProposalDeclined', frozen.ProposalDeclined, ['指挥长戊电话未同意提请', '再看']],
  ['SignatureRecorded', frozen.SignatureRecorded, ['戊 补签']],
  ['DelegationRecorded', frozen.DelegationRecorded, ['指挥长戊 委托 副指挥长 调整为Ⅰ级响应', '有效至']],
  ['CommandTransferred', frozen.CommandTransferred, ['指挥权移交 省指挥部', '辛']],
  ['ReinforcementRequested', frozen.ReinforcementRequested, ['请求 省指挥部', '泡沫']],
  ['ReinforcementAnswered', frozen.ReinforcementAnswered, ['部分获准', '两车', '辛']],
  [
    'OnSceneCommandOpened',
    frozen.OnSceneCommandOpened,
    ['现场指挥部 某路口', '负责人 甲', '指挥长戊电话', '13800000000'],
  ],
  ['OnSceneCommandChanged', frozen.OnSceneCommandChanged, ['地点 另一路口']],
  ['OnSceneCommandClosed', frozen.OnSceneCommandClosed, ['撤销现场指挥部']],
  ['GroupsSetUp', frozen.GroupsSetUp, ['成立 抢险救援组']],
  ['GroupAdded', frozen.GroupAdded, ['增设 水上组', '市公安局']],
  ['GroupChanged', frozen.GroupChanged, ['调整 抢险救援组：成员单位、职责', '指挥长戊']],
  ['GroupDissolved', frozen.GroupDissolved, ['撤销 抢险救援组', '任务完成']],
  ['GroupStateSet', frozen.GroupStateSet, ['抢险救援组 到位']],
  ['GroupLeaderSet', frozen.GroupLeaderSet, ['抢险救援组 组长 甲', '13800000000']],
  ['PersonCheckedIn', frozen.PersonCheckedIn, ['乙 到 抢险救援组 签到']],
  ['PersonCheckedOut', frozen.PersonCheckedOut, ['乙 离开 抢险救援组']],
  ['UnitCalled', frozen.UnitCalled, ['通知 市公安局 到场', '带堵漏器材', '接听 值班员']],
  ['UnitEnRoute', frozen.UnitEnRoute, ['市公安局 已出发', '预计']],
  ['UnitArrived', frozen.UnitArrived, ['市公安局 到场', '12 人']],
  ['UnitStoodDown', frozen.UnitStoodDown, ['撤销对 市公安局 的通知', '已有力量']],
  ['ChecklistItemSet', frozen.ChecklistItemSet, ['不适用 成立工作组', '不需']],
  ['TaskAssigned', frozen.TaskAssigned, ['交办 抢险救援组：关阀', '限 ', '甲 交办']],
  ['TaskAccepted', frozen.TaskAccepted, ['已接任务 关阀', '乙']],
  ['TaskNoted', frozen.TaskNoted, ['任务 关阀 进展：已到']],
  ['TaskFinished', frozen.TaskFinished, ['办结 关阀：已关']],
  ['TaskReturned', frozen.TaskReturned, ['退回 关阀：无法进入']],
  ['InstructionRecorded', frozen.InstructionRecorded, ['某市长批示：全力救人']],
  ['InstructionAnswered', frozen.InstructionAnswered, ['某市长批示的落实：已部署']],
  ['ResponseProposed', { ...frozen.ResponseProposed, level: 'I' }, ['甲 提请 Ⅰ级响应']],
  ['OnSceneCommandChanged', { ...frozen.OnSceneCommandChanged, head: frozen.OnSceneCommandOpened.head }, ['负责人 甲']],
  ['IncidentClosed', { outcome: 'handled', reason: '处置完毕', shown }, ['归档', '处置完毕']],
  ['IncidentClosed', { outcome: 'falseAlarm', reason: null, shown }, ['误报']],
  ['IncidentExported', frozen.IncidentExported, ['导出档案', '5e5e5e5e']],
  ['IncidentMerged', { into: 'j', reason: '同一处泄漏' }, ['并入另一事件', '同一处泄漏']],
  [
    'IncidentAbsorbed',
    { from: 'j', reason: '同一处泄漏', reported: [], reports: [], demands: [], calls: [] },
    ['另一事件并入', '同一处泄漏'],
  ],
  [
    'AlarmRaised',
    {
      incidentId: 'i',
      alarmId: 'a',
      kind: 'alarm',
      calledAt: at + 75_000,
      stages: [
        { key: 'i/R2/city/x/1', stage: 'due', stageAt: at },
        { key: 'i/R0/-/x/1', stage: 'attention-1', stageAt: at },
      ],
    },
    ['首报 电话 → 市委、市政府 到时', '核实并初步认定 待办提醒', '迟 0:01:15 响'],
  ],
  [
    'AlarmRaised',
    {
      incidentId: 'i',
      alarmId: 'b',
      kind: 'reminder',
      calledAt: null,
      stages: [{ key: 'i/unit/u1', stage: 'remind-1', stageAt: at }],
    },
    ['提醒', '单位未到场'],
  ],
  [
    'AlarmRaised',
    {
      incidentId: 'i',
      alarmId: 'c',
      kind: 'reminder',
      calledAt: null,
      stages: [
        { key: 'i/instruction/o1', stage: 'remind-1', stageAt: at },
        { key: 'i/reinforcement/q1', stage: 'remind-1', stageAt: at },
      ],
    },
    ['提醒', '批示未落实', '支援未答复'],
  ],
  [
    'AlarmJoined',
    {
      incidentId: 'i',
      alarmId: 'a',
      calledAt: at,
      stages: [{ key: 'i/R2/city/x/1', stage: 'due', stageAt: at }],
    },
    ['并入告警', '首报 电话 → 市委、市政府 到时'],
  ],
  [
    'AlarmSilenced',
    {
      incidentId: 'i',
      alarmId: 'a',
      stage: { key: 'i/R2/city/x/1', stage: 'due', stageAt: at },
      reason: '正在通话',
    },
    ['静音', '首报 电话', '到时', '正在通话'],
  ],
  ['AlarmAcknowledged', { incidentId: 'i', alarmIds: ['a'] }, ['确认告警']],
  [
    'ClockJumped',
    { jumpId: 'j', bootId: 'b', oldOffsetMs: 0, newOffsetMs: -7_200_000, seconds: -7200 },
    ['往回拨', '2:00:00'],
  ],
  [
    'ClockJumped',
    { jumpId: 'j', bootId: 'b', oldOffsetMs: 0, newOffsetMs: 86_400_000, seconds: 86_400 },
    ['往前拨', '24:00:00'],
  ],
  ['ClockJumpAcknowledged', { jumpId: 'j', clock: 'right' }, ['核对', '正确']],
  ['ClockJumpAcknowledged', { jumpId: 'j', clock: 'wrong' }, ['不对']],
  ['DeskSetUp', { plan: { id: plan.id, version: '1', hash: 'h' } }, [plan.title]],
  ['OfficerAdded', { officerId: 'x', name: '王雪', post: 'watchOfficer' }, ['王雪', '值班员']],
  ['OfficerAdded', { officerId: 'x', name: '王雪', post: '实习' }, ['实习']],
  ['DutyTaken', { duty: 'lead', officerId: 'zhang' }, ['张海峰 接带班']],
  ['AttentionMarksSet', { minutes: [3, 8] }, ['提醒点改为 3、8 分钟']],
  ['AttentionMarksSet', { minutes: null }, ['预案包默认']],
  [
    'DutyHandedOver',
    {
      handoverId: 'h',
      duties: ['watch', 'lead'],
      from: 'zhang',
      to: 'x',
      notes: '河道在看',
      equipment: '传真机缺纸',
      alarm: 'notHeard',
      sections: [
        { id: 'incidents', items: 1 },
        { id: 'clocks', items: 3 },
      ],
      digest: 'a'.repeat(64),
      proofs: { from: 'pin', to: 'name' },
    },
    ['张海峰交值班、带班给x', '交接事项 4 项', '设备：传真机缺纸', '告警声没有听到', '河道在看'],
  ],
  [
    'RosterSet',
    { shifts: [{ date: '2026-03-02', start: '08:00', watch: { officerId: 'zhang' }, lead: null }] },
    ['排班 1 班（2026-03-02 至 2026-03-02）'],
  ],
  ['DutySettingsSet', { starts: ['08:00', '20:00'], zeroReportBy: '17:00' }, ['08:00、20:00', '零报告 17:00 前']],
  ['ZeroReported', { date: '2026-03-02', to: '市委值班室' }, ['零报告 2026-03-02 → 市委值班室']],
  ['RolesSet', { officerId: 'zhang', roles: ['watch', 'administrator'] }, ['张海峰的角色设为值班员、管理员']],
  ['OfficerRetired', frozen.OfficerRetired, ['停用李四', '调离']],
  ['OfficerReinstated', frozen.OfficerReinstated, ['恢复李四']],
  ['LockSettingsSet', { idleMinutes: 20, pinRequired: true }, ['无人操作 20 分钟后锁定', '每人须设 PIN']],
  ['LockSettingsSet', { idleMinutes: null, pinRequired: false }, ['不自动锁定']],
  ['UnnamedCallTaken', { callId: 'c' }, ['待具名']],
  ['CallClaimed', { callId: 'c' }, ['认领']],
  ['PinSet', { officerId: 'zhang' }, ['张海峰设置了 PIN']],
  ['PinReset', { officerId: 'zhang' }, ['重置张海峰的 PIN']],
  ['SelfCheckPassed', { how: 'daily', results: checked() }, ['自检通过']],
  [
    'SelfCheckFailed',
    { how: 'byHand', results: checked({ sound: 'soundOff', disk: 'diskLow' }) },
    ['自检未通过', '告警声未开启、磁盘剩余不足 1 GB'],
  ],
];

const rowOf = (type: string, payload: unknown): LogRow => ({
  position: 1,
  entryId: 'e',
  stream: 'incident/i',
  incidentId: 'i',
  type,
  recordedAt: at,
  actor: { officerId: 'zhang', name: '张海峰', post: 'watchOfficer' },
  payload,
  struck: null,
});

describe('every log entry in words', () => {
  const types = [
    alarmEventSchemas,
    callEventSchemas,
    deskEventSchemas,
    directoryEventSchemas,
    incidentEventSchemas,
    clueEventSchemas,
    warningEventSchemas,
  ].flatMap(Object.keys);

  it('knows every event type there is, and the samples cover them all', () => {
    expect(Object.keys(descriptions).toSorted()).toEqual(types.toSorted());
    expect([...new Set(samples.map(([type]) => type))].toSorted()).toEqual(types.toSorted());
  });

  it.each(samples)('%s (the sample is a payload the log would take)', (type, payload) => {
    expect(eventSchemas[type]?.schema.safeParse(payload).error?.issues).toBeUndefined();
  });

  it.each(samples)('%s says what happened', (type, payload, says) => {
    const text = entryText(rowOf(type, payload), zh);
    for (const words of says) expect(text).toContain(words);
    expect(text).not.toMatch(/[{}]|undefined|null|NaN/);
  });

  it.each(samples)('%s in English', (type, payload) => {
    expect(entryText(rowOf(type, payload), inEnglish)).not.toMatch(/[{}]|undefined|null|NaN|正在核实/);
  });

  it('[DIRECTORY-1] a part of an import of which only the number of rows is told says what the whole says', () => {
    const staged = { ...frozen.ContactsStaged, rows: 1 };
    expect(entryText(rowOf('ContactsStaged', staged), zh)).toBe(
      entryText(rowOf('ContactsStaged', frozen.ContactsStaged), zh),
    );
  });

  it('an alarm names each clock once, at its latest stage', () => {
    const stages = ['dueSoon', 'due', 'repeat-5'].map((stage, n) => ({
      key: 'i/R2/city/x/1',
      stage,
      stageAt: at + n * 60_000,
    }));
    const text = entryText(
      rowOf('AlarmRaised', { incidentId: 'i', alarmId: 'a', kind: 'alarm', calledAt: null, stages }),
      zh,
    );
    expect(text).toBe('告警：首报 电话 → 市委、市政府 超时未报');
  });

  it('names an entry of a newer version without losing it', () => {
    expect(entryText(rowOf('TidesTurned', {}), zh)).toContain('TidesTurned');
  });
});
