/**
 * Refusals and questions in words: plain, short, naming the field or the clause and what to do. One place, so that every
 * screen, host and replay says the same.
 */
import type { ConfirmCode, ConfirmQuestion, DeskError, DeskErrorCode } from '#shared/domain/errors.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { CALL_TREE_ERRORS } from './callTreeErrorText.ts';
import { fieldName } from './fieldNames.ts';
import { PEOPLE_ERRORS } from './peopleErrorText.ts';
import { RESPONSE_ERRORS, RESPONSE_QUESTIONS } from './responseErrorText.ts';
import { type Said, saidOf } from './said.ts';
import { WARNING_ERRORS, WARNING_QUESTIONS } from './warningErrorText.ts';

const ERRORS: Readonly<Record<DeskErrorCode, (said: Said) => string>> = {
  invalidCommand: ({ issues }) => issues || '内容不完整或格式不对',
  unknownCommand: ({ text }) => `没有这种操作：${text('type')}`,
  payloadTooLarge: () => '内容过大，请分次记录',
  unknownDesk: () => '没有这个值守台',
  readOnlyDesk: () => '此处只供查看，不能记录',
  deskNotSetUp: () => '请先选择预案并登记值班人员',
  alreadySetUp: () => '值守台已经启用，预案不能重复选择',
  unknownPlan: ({ text }) => `没有这份预案：${text('planId')}`,
  unknownOfficer: ({ text }) => `没有这位值班人员：${text('id')}`,
  idTaken: ({ field, text }) => `${field}已被使用：${text('id')}`,
  commandIdReused: () => '同一操作编号已用于其他内容，请重试',
  unknownIncident: ({ text }) => `没有这起事件：${text('id')}`,
  unknownCall: ({ text }) => `没有这条接报：${text('id')}`,
  unknownEntry: ({ text }) => `本事件没有这条记录：${text('id')}`,
  unknownDemand: ({ text }) => `本事件没有这项核实要求：${text('id')}`,
  unknownDocument: ({ text }) => `本事件没有这份文书：${text('id')}`,
  unknownPlanItem: ({ field, text }) => `${field}：预案中没有“${text('id')}”`,
  incidentClosed: ({ time }) => `事件已于${time('closedAt')}归档，此项不能再记录；如需重开，请划去归档记录`,
  incidentMerged: ({ text }) => `事件已并入“${text('into')}”，请在该事件中记录`,
  nothingToRecord: ({ field }) => `${field}：没有要记录的内容`,
  nothingChanged: ({ field }) => `${field}：与现有记录相同，未作改动`,
  notAnInteger: ({ field, label }) => `${field} · ${label('figures', 'id')}：必须是整数`,
  entryAlreadyStruck: () => '这条记录已经划去',
  entryCannotBeStruck: ({ text }) =>
    `这类记录不能划去（${ENTRY_NAMES[text('type')] ?? text('type')}）：${WHY_NOT_STRUCK}`,
  notWaivable: ({ label }) => `“${label('reportingRules', 'id')}”是必须履行的报告义务，不能免除`,
  nothingToWaive: ({ label }) => `“${label('reportingRules', 'id')}”目前没有待办，无须免除`,
  alreadyDetermined: ({ label }) => `等级已经认定为${label('grades', 'grade')}`,
  cannotMergeIntoItself: () => '事件不能并入自身',
  reasonNeeded: () => '尚未报出终报，归档须填写理由',
  ordinalTaken: ({ text }) => `其间已签发另一份，本份应为第${text('next')}份；请核对正文后再签发`,
  numberTaken: ({ text }) => `文号已用到第${Number(text('least')) - 1}号，下一个至少是${text('least')}`,
  signOffNeeded: () => '书面报告须填写签发人',
  endBeforeStart: ({ field, time }) => `${field}：结束时间${time('endedAt')}早于开始时间${time('startedAt')}`,
  noAuthority: ({ label, labels, has }) =>
    `${label('posts', 'post')}无权作此决定，有权者：${labels('posts', 'may')}` +
    (has('alsoHolds') ? `；如本人同时担任${labels('posts', 'alsoHolds')}，请以该职务作出` : ''),
  levelAlreadyInForce: ({ label }) => `${label('levels', 'level')}正在执行；改变级别请用“调整响应”`,
  noLevelInForce: () => '目前没有正在执行的应急响应',
  basisNeeded: ({ label }) => `现有事实未达到${label('levels', 'level')}的启动条件，须写明研判理由`,
  conditionsNotMet: ({ labels }) => `终止条件尚未全部确认：${labels('terminationConditions', 'missing')}`,
  notTheStarter: ({ label, labels, has }) =>
    `按“谁启动、谁终止”，应由${label('posts', 'starter')}终止，${label('posts', 'post')}不能终止` +
    (has('alsoHolds') ? `；如本人同时担任${labels('posts', 'alsoHolds')}，请以该职务作出` : ''),
  ...RESPONSE_ERRORS,
  ...WARNING_ERRORS,
  ...CALL_TREE_ERRORS,
  fileAlreadyAttached: ({ text }) => `“${text('name')}”已经附在此处`,
  tooManyFiles: ({ text }) => `一起事件最多附${text('most')}个文件`,
  fileMissing: ({ has, text }) =>
    `${has('name') ? `“${text('name')}”的` : ''}附件原件不在了，请查看数据文件夹的 attachments`,
  fileChanged: ({ has, text }) => `${has('name') ? `“${text('name')}”的` : ''}附件原件与记录时不同，已不可信`,
  fileTooLarge: ({ text }) => `文件超过${text('most')}兆，没有保存`,
  fileEmpty: () => '文件是空的，没有保存',
  fileKindRefused: () => '这类文件不能附上；可附照片（JPEG、PNG、WebP、GIF、HEIC）、PDF、Word、Excel、MP4、MP3',
  callHasIncident: () => '这个来电已归入事件，请在该事件的“附件”中添加',
  archiveGone: () => '这份导出已取走或已清理；请重新导出',
  fileBroken: () => '文件传送中断，没有保存；请重新添加',
  unknownContact: () => '通讯录里没有这一条，可能已被删除',
  contactOfPlan: ({ text }) => `“${text('name')}”是预案列出的，不能删除`,
  importRunning: ({ text }) => `${text('by')}正在导入通讯录，请稍后再导入`,
  importNotOpen: () => '这次导入已经结束或取消，没有再写入',
  importIncomplete: ({ text }) => `导入不完整（${text('parts')}/${text('of')}），没有写入通讯录，请重新导入`,
  importOvertaken: ({ text }) => `核对之后有${text('n')}条被改动，没有写入；请重新核对重复项后再导入`,
  importUndone: ({ time }) => `这次导入已于${time('at')}撤销`,
  mergeLosesLevel: ({ label }) => `本事件正在执行${label('levels', 'level')}，级别更高；请将另一事件并入本事件`,
  alarmGrew: () => '刚又有时限到时，请看过告警条再确认',
  staleClockJump: () => '系统时钟又有变动，请核对后再确认',
  staleAlarm: () => '这条提醒已不存在，请刷新后再确认',
  ...PEOPLE_ERRORS,
  query: ({ issues }) => (issues === '' ? '查询内容不对' : `查询内容不对：${issues}`),
  diskFull: () => '磁盘已满，本次记录没有保存；请立即清理磁盘后重试',
  readOnlyFile: () => '数据文件或文件夹不可写，本次记录没有保存；请检查权限',
  storage: () => '数据文件读写失败，本次记录没有保存；请勿关闭程序，先备份数据',
  deskStopped: () => '值守台中断，是否已保存不能确定；请重试一次，不会重复记录',
  fileInUse: () => '值守台已在运行，数据文件正被使用',
  newerFile: ({ text }) => `数据文件由更新版本的程序写成（文件${text('file')}，本程序${text('program')}），请升级程序`,
  foreignFile: ({ text }) => `这个文件不是值守台的数据文件，没有打开：${text('path')}`,
  otherKindOfDesk: () => '演练数据与正式数据不能混用，没有打开',
  damagedFile: ({ text, has }) =>
    `数据文件已损坏${has('setAside') ? `，原件保留在 ${text('setAside')}` : ''}` +
    (has('newestBackup') ? `；可恢复的最新备份：${text('newestBackup')}` : '；没有找到可用的备份'),
  networkFolder: ({ text }) =>
    `数据文件夹在网络共享上，断网或多人打开会损坏数据，没有启动；请用 --data 指定本机硬盘上的文件夹：${text('path')}`,
  removableFolder: ({ text }) =>
    `数据文件夹在可移动磁盘上，拔出会损坏数据，没有启动；请用 --data 指定本机硬盘上的文件夹，U 盘可用来存放备份：${text('path')}`,
  nodeTooOld: ({ text }) => `Node 版本过低：需要${text('needed')}，当前${text('found')}`,
};

const WHY_NOT_STRUCK = '立案、并案、响应级别的决定、签发的文书和划改本身只能以新的记录更正';

const ENTRY_NAMES: Readonly<Record<string, string>> = {
  IncidentOpened: '立案',
  EntryStruck: '划改',
  DocumentSigned: '签发文书',
  ResponseStarted: '启动响应',
  ResponseAdjusted: '调整响应',
  ResponseTerminated: '终止响应',
  IncidentExported: '导出档案',
  IncidentMerged: '并入他案',
  IncidentAbsorbed: '并案',
};

const QUESTIONS: Readonly<Record<ConfirmCode, (said: Said) => string>> = {
  futureTime: ({ field, time }) => `${field}${time('at')}晚于现在，确认无误吗？`,
  sentBeforeOccurred: ({ time }) => `报出时间${time('sentAt')}早于发生时间${time('occurredAt')}，确认无误吗？`,
  timesOutOfOrder: ({ text, time }) =>
    `${fieldName(text('later'))}${time('laterAt')}早于${fieldName(text('earlier'))}${time('earlierAt')}，确认无误吗？`,
  moreDeadThanAtRisk: ({ label, quantity }) =>
    `${label('figures', 'part')}${quantity('partIs', 'part')}多于${label('figures', 'whole')}${quantity('wholeIs', 'whole')}，确认无误吗？`,
  outOfScope: ({ text, has }) =>
    `“${text('label')}”不属于本预案适用范围${has('otherPlan') ? `，应适用：${text('otherPlan')}` : ''}。仍要记录吗？`,
  closeWithUnmet: ({ count, labels }) =>
    `还有${count('unmet')}项未完成：${labels('reportingRules', 'unmet')}。仍要归档吗？`,
  closeWithLevelInForce: ({ label }) => `${label('levels', 'level')}尚未终止。仍要归档吗？`,
  gradeBelowFacts: ({ label }) =>
    `认定的${label('grades', 'grade')}低于已核实数字达到的${label('grades', 'factsGrade')}，时限仍按较高等级执行。仍要认定吗？`,
  levelBelowProposal: ({ label }) =>
    `${label('levels', 'level')}低于现有事实对应的${label('levels', 'proposedLevel')}。仍按此级别执行吗？`,
  ...RESPONSE_QUESTIONS,
  ...WARNING_QUESTIONS,
  strikeReopensClocks: ({ count }) => `划去后，已完成的${count('keys')}项时限将重新计时。仍要划去吗？`,
};

export function errorText(error: DeskError, plan?: PlanPackage): string {
  return withClause(ERRORS[error.code](saidOf(error.params, plan)), error.clause);
}

export function confirmText(question: ConfirmQuestion, plan?: PlanPackage): string {
  return withClause(QUESTIONS[question.code](saidOf(question.params, plan)), question.clause);
}

const withClause = (text: string, clause: string | undefined): string =>
  clause === undefined ? text : `${text}（依据 ${clause}）`;
