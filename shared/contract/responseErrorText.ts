/** Refusals and questions about the response, groups, units and tasks in words. */
import type { ConfirmCode, DeskErrorCode } from '#shared/domain/errors.ts';
import type { Said } from './said.ts';

type Words<C extends string> = Readonly<Partial<Record<C, (said: Said) => string>>>;

const WHY_NOT_DELEGATED: Readonly<Record<string, string>> = {
  used: '已用于一项决定，每次委托只限一项',
  otherPerson: '委托的不是这个职务或本人',
  otherDecision: '委托的不是这项决定',
  notYet: '决定时间早于委托时间',
  expired: '已过期',
};
const PROPOSAL_STATES: Readonly<Record<string, string>> = {
  decided: '已作出决定',
  declined: '未获同意',
  superseded: '已被新的提请或决定取代',
};
const UNIT_STATES: Readonly<Record<string, string>> = { arrived: '已到场', stoodDown: '已撤销通知' };
const GROUP_STATES: Readonly<Record<string, string>> = {
  forming: '组建',
  inPlace: '到位',
  working: '执行',
  withdrawn: '撤收',
};
const TASK_STATES: Readonly<Record<string, string>> = { finished: '已办结', returned: '已退回' };

export const RESPONSE_ERRORS = {
  stateChanged: ({ label, has }) =>
    `情况已有变化${has('level') ? `（现为${label('levels', 'level')}）` : ''}，请看过最新情况后重新操作`,
  unknownReference: ({ field, text }) => `${field}：本事件没有“${text('id')}”`,
  notInPlan: () => '本事件所用的预案没有这一部分，不能记录',
  proposalNotOpen: ({ text }) => `这项提请${PROPOSAL_STATES[text('state')] ?? text('state')}，请重新提请`,
  proposalDiffers: ({ label, has }) => `提请的是${has('level') ? label('levels', 'level') : '终止响应'}，与决定不符`,
  delegatedToItself: ({ label }) => `${label('posts', 'post')}不能委托给自己`,
  delegationNotValid: ({ text, label }) =>
    `委托不能使用：${WHY_NOT_DELEGATED[text('why')] ?? text('why')}（受委托：${label('posts', 'to')}）`,
  delegationUsed: () => '已有决定依据这项委托作出，委托不能划去',
  nothingToSign: () => '这条记录没有需要补签的电话决定',
  alreadySigned: ({ text, time }) => `${text('by')}已于${time('at')}补签`,
  alreadyTransferred: ({ label }) => `指挥权已经移交${label('units', 'to')}`,
  commandTransferred: ({ label, labels }) =>
    `指挥权已移交${label('units', 'to')}，只能记录其决定（${labels('posts', 'may')}）`,
  alreadyAnswered: ({ time }) => `已于${time('at')}答复，不能重复答复`,
  onSceneAlreadyOpen: ({ text }) => `现场指挥部已设在${text('place')}，负责人${text('head')}`,
  onSceneNotOpen: () => '目前没有开设现场指挥部',
  groupAlreadySetUp: ({ labels }) => `已经成立：${labels('groups', 'groups')}`,
  groupDissolved: ({ text }) => `${text('name')}已经撤销`,
  unitTwice: ({ text }) => `${text('name')}在同一工作组内出现了两次，请只保留一处`,
  alreadyCheckedIn: ({ text }) => `${text('name')}已在${text('group')}签到`,
  notCheckedIn: ({ text }) => `此人不在${text('group')}`,
  unitNotAwaited: ({ text }) => `${text('name')}${UNIT_STATES[text('state')] ?? text('state')}，不能再记行程`,
  taskClosed: ({ text }) => `任务“${text('what')}”${TASK_STATES[text('state')] ?? text('state')}，不能再记`,
  itemNotOnList: ({ text }) => `“${text('label')}”目前不适用`,
  itemAlreadyAssigned: ({ text }) => `“${text('label')}”已交办，请在任务中办结或退回`,
  bulletinReleased: ({ text, time }) => `“${text('title')}”已于${time('at')}发布，更正请另拟后续信息`,
  bulletinWithdrawn: ({ text }) => `“${text('title')}”已撤稿`,
  bulletinChanged: ({ text }) => `“${text('title')}”已改为第${text('version')}稿，请看过后重新操作`,
  bulletinApproved: ({ text, time }) => `“${text('title')}”已由${text('by')}于${time('at')}批准`,
  bulletinNotApproved: ({ text }) => `“${text('title')}”尚未批准，不能发布`,
} satisfies Words<DeskErrorCode>;

export const RESPONSE_QUESTIONS = {
  personInTwoGroups: ({ text, labels }) =>
    `${text('name')}现在${labels('groups', 'groups')}，尚未签出。仍要在${text('group')}签到吗？`,
  unitAlreadyCalled: ({ text, time }) => `${text('name')}已于${time('calledAt')}通知，尚未到场。仍要再次通知吗？`,
  releasedBeforeApproval: ({ time }) => `发布时间${time('releasedAt')}早于批准时间${time('approvedAt')}，确认无误吗？`,
  dissolveWithOpenWork: ({ text, count }) =>
    `${text('name')}还有${count('tasks')}项任务未办结、${count('people')}人在组。仍要撤销吗？`,
  withdrawWithOpenWork: ({ text, count }) =>
    `${text('name')}还有${count('tasks')}项任务未办结、${count('people')}人未签出。仍要撤收吗？`,
  groupStepsBack: ({ text }) =>
    `${text('name')}已是“${GROUP_STATES[text('from')] ?? text('from')}”，要改回“${GROUP_STATES[text('to')] ?? text('to')}”吗？`,
  openWorkLeft: ({ count }) =>
    `还有未了事项：${[
      ['tasks', '项任务未办结'],
      ['groups', '个工作组未撤收'],
      ['units', '个单位未到场'],
      ['signatures', '项待补签'],
      ['instructions', '项批示未答复'],
      ['requests', '项增援请求未答复'],
    ]
      .filter(([name]) => count(name as string) > 0)
      .map(([name, words]) => `${count(name as string)}${words}`)
      .join('、')}。仍要继续吗？`,
} satisfies Words<ConfirmCode>;
