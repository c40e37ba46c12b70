/** A night in which every kind of entry there is gets recorded: what projections and folds must survive. */
import type { CommandInput } from '#shared/domain/commands.ts';
import { type CheckResults, checkIds } from '#shared/domain/desk/selfCheck.ts';
import { iso, MINUTE, SMALL_PDF, type TestDesk } from './testDesk.ts';

type Decision = { post: string; name: string; means: 'phone' };

/** How papers are headed, when reminders come, and what the program found when it checked itself. */
function deskMatters(): CommandInput[] {
  const good = Object.fromEntries(checkIds.map((check) => [check, { fault: null, measured: null }])) as CheckResults;
  const full: CheckResults = { ...good, disk: { fault: 'diskLow', measured: { value: 300, unit: 'mebibytes' } } };
  return [
    { type: 'SetDocumentSettings', masthead: '值班室文件', numberPrefix: '晋值', nextNumber: 7, copies: [] },
    { type: 'SetAttentionMarks', minutes: [3, 8] },
    { type: 'SetRoles', officerId: 'officer', roles: ['watch', 'lead', 'administrator'] },
    { type: 'SetDutySettings', starts: ['08:00', '20:00'], zeroReportBy: '17:00' },
    {
      type: 'SetRoster',
      shifts: [{ date: '2026-03-02', start: '08:00', watch: { officerId: 'officer' }, lead: { name: '李局长' } }],
    },
    { type: 'RecordZeroReport', date: '2026-03-02', to: '市委值班室' },
    { type: 'SetLockSettings', idleMinutes: 20, pinRequired: false },
    { type: 'RecordPin', officerId: 'officer', what: 'set' },
    { type: 'AddOfficer', officerId: 'relief', name: '赵接班', post: 'watchOfficer' },
    { type: 'RecordPin', officerId: 'relief', what: 'reset' },
    { type: 'RetireOfficer', officerId: 'relief', reason: '调离' },
    { type: 'ReinstateOfficer', officerId: 'relief' },
    {
      type: 'RecordHandover',
      handoverId: 'handover',
      duties: ['watch'],
      from: 'officer',
      to: 'relief',
      notes: null,
      equipment: null,
      alarm: 'heard',
      sections: [],
      digest: 'd'.repeat(64),
      proofs: { from: 'pin', to: 'name' },
    },
    { type: 'TakeDuty', duty: 'watch', officerId: 'officer' },
    { type: 'RecordSelfCheck', how: 'daily', results: good },
    { type: 'RecordSelfCheck', how: 'byHand', results: full },
  ];
}

/** Who is called, and a list that was imported and taken back. */
function directoryNight(asOf: string): CommandInput[] {
  const contact = { kind: 'person', name: '单伟', reading: 'shan wei', unit: '市水务局' } as const;
  const numbers = [{ kind: 'mobile', number: '13800000001' } as const];
  const start = { type: 'StartContactImport', fileName: '通讯录.xlsx', rows: 1, parts: 1, asOf } as const;
  const rows = [{ contactId: 'listed', against: null, contact: { kind: 'unit', name: '某单位' } as const }];
  return [
    { type: 'AddContact', contactId: 'shan', contact },
    { type: 'ChangeContact', contactId: 'shan', contact: { ...contact, numbers } },
    { type: 'ConfirmContact', contactId: 'shan' },
    { type: 'RecordPhoneCall', contactId: 'shan', name: '单伟', number: '13800000001', result: 'noAnswer' },
    { type: 'RecordPhoneCall', incidentId: 'pipe', name: '周队长', number: '119', result: 'answered' },
    { type: 'RemoveContact', contactId: 'shan', reason: '调离' },
    { ...start, importId: 'dropped' },
    { type: 'CancelContactImport', importId: 'dropped' },
    { ...start, importId: 'list' },
    { type: 'StageContacts', importId: 'list', part: 0, rows },
    { type: 'FinishContactImport', importId: 'list' },
    { type: 'UndoContactImport', importId: 'list' },
  ];
}

/** At a locked screen. */
function takeUnnamedCall(desk: TestDesk, receivedAt: string): void {
  const disposition = { kind: 'falseAlarm', reason: '试验' } as const;
  const command: CommandInput = { type: 'TakeCall', callId: 'unnamed', receivedAt, disposition };
  const reply = desk.execute({ desk: desk.deskId, commandId: 'unnamed-call', officerId: 'unnamed', command });
  if (!reply.ok) throw new Error(JSON.stringify(reply));
}

/** What the public is told. */
function bulletins(decision: Decision): CommandInput[] {
  const incidentId = 'pipe';
  const approval = { ...decision, post: 'commander' };
  return [
    { type: 'DraftBulletin', incidentId, bulletinId: 'told', kind: 'brief', title: '通报', text: '正在处置' },
    { type: 'ReviseBulletin', incidentId, bulletinId: 'told', version: 1, title: '通报', text: '已控制' },
    { type: 'ApproveBulletin', incidentId, bulletinId: 'told', version: 2, approval },
    { type: 'ReleaseBulletin', incidentId, bulletinId: 'told', version: 2, channels: ['website'] },
    { type: 'DraftBulletin', incidentId, bulletinId: 'dropped', kind: 'brief', title: '通报', text: '重复' },
    { type: 'WithdrawBulletin', incidentId, bulletinId: 'dropped', reason: '重复' },
    { type: 'RecordSentiment', incidentId, text: '有传言' },
  ];
}

/** From a clue to release; another one becomes an incident when the night's call comes. */
function warningNight(): CommandInput[] {
  const warningId = 'rain';
  const approval = { post: 'deputyCommander', name: '韩', means: 'phone' } as const;
  const issuer = { post: 'watchOfficer', name: '值班员' };
  const content = {
    areas: ['zezhou'],
    kind: 'flood',
    startsAt: '2026-01-26T00:00+08:00',
    impact: '两村',
    cautions: '远离河道',
    measures: '巡查',
  };
  const conclusion = { kind: 'warn', level: 'orange' } as const;
  return [
    { type: 'RecordClue', clueId: 'river', source: 'hotline', said: '河水上涨' },
    { type: 'RecordClue', clueId: 'late', source: 'patrol', said: '又一处' },
    { type: 'RecordClue', clueId: 'rumour', source: 'internet', said: '传言' },
    { type: 'DismissClue', clueId: 'rumour', reason: '查无此事' },
    {
      type: 'AssessWarning',
      warningId,
      clueIds: ['river'],
      participants: [{ name: '专家' }],
      conclusion,
      reason: '暴雨',
    },
    { type: 'LinkClue', clueId: 'late', warningId },
    { type: 'ReportWarning', warningId, person: '韩', means: 'phone' },
    { type: 'ApproveWarning', warningId, approval, ground: 'rules' },
    { type: 'IssueWarning', warningId, content, issuer },
    { type: 'SendWarning', warningId, to: ['operator'], means: 'phone' },
    { type: 'AcknowledgeWarning', warningId, recipient: 'operator', person: '调度' },
    { type: 'ClaimCallStep', subject: { warningId }, stepId: 'cw-orange-recipients.1' },
    {
      type: 'RecordCallResult',
      subject: { warningId },
      stepId: 'cw-orange-recipients.1',
      result: 'answered',
      acknowledgedBy: '值班员',
    },
    {
      type: 'ChangeWarning',
      warningId,
      version: 1,
      level: 'red',
      content,
      reason: '水位上涨',
      approval,
      ground: 'rules',
      issuer,
    },
    { type: 'SetWarningAction', warningId, item: 'wd-duty', state: { kind: 'done' } },
    { type: 'ReleaseWarning', warningId, version: 2, reason: '水位回落', decision: approval },
    {
      type: 'AssessWarning',
      warningId: 'seep',
      title: '渗漏',
      participants: [{ name: '专家' }],
      conclusion,
      reason: '异味',
    },
  ];
}

/** What is proposed, set up and done about a response. */
function responseNight(decision: Decision, minute: (n: number) => string): CommandInput[] {
  const incidentId = 'pipe';
  const commander = { ...decision, post: 'commander' };
  const person = { personId: 'zhou', name: '周队长', phone: '13800000000' };
  const to = { group: 'rescue' };
  return [
    { type: 'ProposeResponse', incidentId, proposalId: 'first', level: 'I', reason: '研判' },
    { type: 'DeclineProposal', incidentId, proposalId: 'first', decision: commander, reason: '暂不需要' },
    {
      type: 'RecordDelegation',
      incidentId,
      delegationId: 'given',
      from: { post: 'commander', name: '吴' },
      to: { post: 'dutyLead' },
      for: { act: 'start', level: 'I' },
      means: 'written',
      expiresAt: minute(300),
    },
    { type: 'RequestReinforcement', incidentId, requestId: 'help', to: 'province', what: '泡沫车' },
    { type: 'AnswerReinforcement', incidentId, requestId: 'help', answer: 'partly' },
    { type: 'OpenOnSceneCommand', incidentId, head: person, place: '泽州县', decision: commander },
    { type: 'ChangeOnSceneCommand', incidentId, place: '路口', decision: commander },
    { type: 'SetUpGroups', incidentId },
    {
      type: 'AddGroup',
      incidentId,
      groupId: 'air',
      name: '空中组',
      lead: 'garrison',
      duties: '航测',
      decision: commander,
    },
    { type: 'ChangeGroup', incidentId, groupId: 'air', members: [{ other: '通航公司' }], decision: commander },
    { type: 'DissolveGroup', incidentId, groupId: 'air', decision: commander },
    { type: 'SetGroupState', incidentId, groupId: 'rescue', state: 'inPlace' },
    { type: 'SetGroupLeader', incidentId, groupId: 'rescue', leader: person },
    { type: 'CheckInPerson', incidentId, groupId: 'rescue', person },
    { type: 'CheckOutPerson', incidentId, groupId: 'rescue', personId: 'zhou' },
    { type: 'CallUnit', incidentId, summonsId: 'police', unit: 'police' },
    { type: 'RecordUnitEnRoute', incidentId, summonsId: 'police' },
    { type: 'RecordUnitArrival', incidentId, summonsId: 'police', people: 20 },
    { type: 'CallUnit', incidentId, summonsId: 'tank', unit: { other: '运水车队' } },
    { type: 'StandDownUnit', incidentId, summonsId: 'tank', reason: '水源已通' },
    { type: 'SetChecklistItem', incidentId, item: 'fo-level', state: { kind: 'done' } },
    {
      type: 'AssignTask',
      incidentId,
      taskId: 'valve',
      to,
      what: '关阀',
      source: { kind: 'measure', item: 'lk-valve' },
    },
    { type: 'AcceptTask', incidentId, taskId: 'valve' },
    { type: 'NoteTask', incidentId, taskId: 'valve', text: '到达阀室' },
    { type: 'FinishTask', incidentId, taskId: 'valve', result: '已关闭' },
    { type: 'AssignTask', incidentId, taskId: 'dam', to, what: '筑坝', source: { kind: 'request' } },
    { type: 'ReturnTask', incidentId, taskId: 'dam', reason: '无机械' },
    { type: 'RecordInstruction', incidentId, instructionId: 'word', from: '市长', text: '全力救人' },
    { type: 'AnswerInstruction', incidentId, instructionId: 'word', text: '已部署' },
    { type: 'CloseOnSceneCommand', incidentId },
  ];
}

/** Who was rung up when the level rose. */
function callsNight(incidentId: string): CommandInput[] {
  const subject = { incidentId };
  const police = { subject, stepId: 'c2-police' };
  return [
    { type: 'ClaimCallStep', ...police },
    { type: 'ReleaseCallStep', ...police },
    { type: 'RecordCallResult', ...police, result: 'noAnswer', number: '110' },
    { type: 'RecordCallResult', ...police, result: 'answered', number: '110', answeredBy: '接警员' },
    { type: 'ReopenCallStep', ...police, reason: '记错单位' },
    { type: 'SkipCallStep', ...police, reason: '已在现场' },
    { type: 'AddCallStep', subject, stepId: 'downstream', called: { other: '邻县值班室', phone: '0356-1234567' } },
  ];
}

export function playWholeNight(desk: TestDesk, after: (type: string) => void = () => undefined): void {
  const { clock } = desk;
  const start = clock.now();
  const minute = (n: number) => iso(start + n * MINUTE);
  const decision = { post: 'officeDirector', name: '李主任', means: 'phone' } as const;

  const night: CommandInput[] = [
    { type: 'TakeDuty', duty: 'watch', officerId: 'officer' },
    ...warningNight(),
    {
      type: 'TakeCall',
      callId: 'first',
      receivedAt: minute(0),
      occurredAt: null,
      figures: { dead: '3+', injured: 'unknown' },
      conditions: { leak: 'yes' },
      durations: { outage: { startedAt: minute(0) } },
      details: { place: '泽州县', operator: null },
      disposition: { kind: 'open', incidentId: 'pipe', title: '管道泄漏', fromWarningId: 'seep' },
    },
    {
      type: 'TakeCall',
      callId: 'second',
      receivedAt: minute(3),
      figures: { dead: 2 },
      disposition: { kind: 'open', incidentId: 'other', title: '另一处' },
    },
    { type: 'TakeCall', callId: 'third', receivedAt: minute(4), disposition: { kind: 'join', incidentId: 'pipe' } },
    {
      type: 'TakeCall',
      callId: 'fourth',
      receivedAt: minute(5),
      disposition: { kind: 'falseAlarm', reason: '演习烟雾' },
    },
    {
      type: 'TakeCall',
      callId: 'fifth',
      receivedAt: minute(6),
      disposition: { kind: 'duplicate', ofCallId: 'first' },
    },
    {
      type: 'RaiseAlarm',
      incidentId: 'pipe',
      alarmId: 'alarm-1',
      stages: [{ key: 'pipe/R1', stage: 'due', stageAt: start + 7 * MINUTE }],
    },
    {
      type: 'RaiseAlarm',
      incidentId: 'pipe',
      alarmId: 'alarm-1',
      stages: [{ key: 'pipe/R2', stage: 'due', stageAt: start + 8 * MINUTE }],
    },
    {
      type: 'SilenceAlarm',
      incidentId: 'pipe',
      alarmId: 'alarm-1',
      stage: { key: 'pipe/R2', stage: 'due', stageAt: start + 8 * MINUTE },
      reason: '正在通话',
    },
    { type: 'AcknowledgeAlarm', incidentId: 'pipe', alarmId: 'alarm-1' },
    { type: 'RecordClockJump', jumpId: 'set-back', bootId: 'boot', oldOffsetMs: 0, newOffsetMs: -7_200_000 },
    { type: 'AcknowledgeClockJump', jumpId: 'set-back', clock: 'right' },
    { type: 'RecordFigures', incidentId: 'pipe', entryId: 'wrong-figures', figures: { dead: 30 } },
    { type: 'StrikeEntry', incidentId: 'pipe', strikes: 'wrong-figures', reason: '听错' },
    { type: 'RecordConditions', incidentId: 'pipe', conditions: { fire: 'yes' } },
    { type: 'RecordDuration', incidentId: 'pipe', duration: 'outage', endedAt: minute(11) },
    { type: 'ReviseDetails', incidentId: 'pipe', title: '管道泄漏起火', details: { impact: '停输' } },
    { type: 'CorrectTimes', incidentId: 'pipe', occurredAt: minute(-10), reason: '县局更正' },
    { type: 'DetermineGrade', incidentId: 'pipe', grade: 'major' },
    {
      type: 'RecordReport',
      incidentId: 'pipe',
      reportId: 'by-phone',
      kind: 'initial',
      form: 'phone',
      recipients: ['city'],
      receiver: '赵',
    },
    { type: 'RecordDemand', incidentId: 'pipe', demandId: 'demand', from: 'province', what: '核实伤亡' },
    { type: 'SetSwitch', incidentId: 'pipe', switch: 'specialCircumstances', on: true, reason: '通信中断' },
    { type: 'SetMark', incidentId: 'pipe', mark: 'productionSafety', value: 'no' },
    { type: 'WaiveObligation', incidentId: 'pipe', rule: 'R8', reason: '由市局统一报送' },
    { type: 'AddNote', incidentId: 'pipe', text: '消防到场', happenedAt: minute(18) },
    { type: 'AttachFile', incidentId: 'pipe', attachmentId: 'photo', file: desk.keep(SMALL_PDF, '现场.pdf') },
    { type: 'AttachFileToCall', callId: 'fourth', attachmentId: 'prank', file: desk.keep(SMALL_PDF, '笔录.pdf') },
    {
      type: 'AttachFileToWarning',
      of: { kind: 'clue', clueId: 'river' },
      attachmentId: 'river-photo',
      file: desk.keep(SMALL_PDF, '河岸.pdf'),
    },
    ...deskMatters(),
    {
      type: 'SignDocument',
      incidentId: 'pipe',
      documentId: 'paper',
      kind: 'initial',
      content: { title: '首报', elements: [], body: '正文' },
      signedOffBy: '李主任',
    },
    { type: 'ConfirmReceipt', incidentId: 'pipe', reportId: 'by-phone', recipient: 'city', person: '值班室' },
    {
      type: 'SignDocument',
      incidentId: 'pipe',
      documentId: 'evaluation',
      kind: 'evaluation',
      content: { title: '评估记录', elements: [], body: '', blocks: [{ kind: 'paragraph', text: '均已履行。' }] },
      signedOffBy: '李主任',
    },
    {
      type: 'RecordPaperSent',
      incidentId: 'pipe',
      dispatchId: 'sent',
      documentId: 'evaluation',
      recipients: ['city', { other: '某集团' }],
      via: '政务网',
    },
    { type: 'ConfirmPaperReceipt', incidentId: 'pipe', dispatchId: 'sent', recipient: 'city', person: '值班室' },
    ...bulletins(decision),
    ...directoryNight(minute(0)),
    ...responseNight(decision, minute),
    {
      type: 'StartResponse',
      incidentId: 'pipe',
      entryId: 'start',
      level: 'III',
      decision,
      expectedHours: 24,
      reason: '研判',
    },
    { type: 'RecordSignature', incidentId: 'pipe', of: 'start' },
    {
      type: 'AdjustResponse',
      incidentId: 'pipe',
      level: 'II',
      decision: { ...decision, post: 'commander' },
      reason: '研判',
    },
    ...callsNight('pipe'),
    { type: 'TransferCommand', incidentId: 'pipe', to: 'provincialCommand', person: '孙', means: 'phone' },
    {
      type: 'RecordExport',
      incidentId: 'pipe',
      manifestHash: 'a'.repeat(64),
      files: 9,
      bytes: 9000,
      head: { chainId: 'chain', position: 1, hash: 'b'.repeat(64) },
    },
    { type: 'MergeIncidents', incidentId: 'other', into: 'pipe', reason: '同一处' },
    {
      type: 'TerminateResponse',
      incidentId: 'pipe',
      conditions: { siteControlled: true, environmentMeetsStandards: true, secondaryHazardsRemoved: true },
      approval: { ...decision, post: 'provincialCommander' },
      decision: { ...decision, post: 'provincialCommander' },
    },
    { type: 'CloseIncident', incidentId: 'pipe', reason: '现场处置完毕' },
  ];
  for (const command of night) {
    clock.pass(MINUTE);
    desk.must(command);
    after(command.type);
  }
  clock.pass(MINUTE);
  takeUnnamedCall(desk, minute(20));
  after('TakeCall');
  clock.pass(MINUTE);
  desk.must({ type: 'ClaimCall', callId: 'unnamed' });
  after('ClaimCall');
}
