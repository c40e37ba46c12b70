/** A command's fields by the names officers know. A path such as `figures.dead` is named part by part. */
import type { PlanPackage } from '#shared/plan/schema.ts';

const NAMES: Readonly<Record<string, string>> = {
  type: '命令',
  incidentId: '事件编号',
  callId: '接报编号',
  entryId: '记录编号',
  reportId: '报告编号',
  demandId: '核实要求编号',
  documentId: '文书编号',
  officerId: '人员编号',
  alarmId: '提醒编号',
  planId: '预案',
  receivedAt: '接报时间',
  occurredAt: '发生时间',
  discoveredAt: '发现时间',
  observedAt: '数据时间',
  sentAt: '报出时间',
  demandedAt: '要求时间',
  happenedAt: '发生时间',
  startedAt: '开始时间',
  endedAt: '结束时间',
  at: '时间',
  precision: '时间精度',
  source: '信息来源',
  figures: '数字',
  conditions: '情形',
  durations: '持续时间',
  duration: '持续时间',
  marks: '认定',
  mark: '认定',
  details: '要素',
  switch: '开关',
  on: '开关状态',
  value: '取值',
  forecastHours: '预计时长（小时）',
  expectedHours: '预计期限（小时）',
  disposition: '处理方式',
  ofCallId: '重复的接报',
  title: '标题',
  reason: '理由',
  grade: '等级',
  unit: '报告单位',
  kind: '种类',
  form: '形式',
  recipients: '接收单位',
  receiver: '接收人',
  sender: '报告人',
  signedOffBy: '签发人',
  readBack: '复述核对',
  note: '备注',
  from: '来自',
  to: '至',
  n: '数量',
  person: '联系人',
  what: '内容',
  rule: '报告事项',
  text: '内容',
  strikes: '被划改的记录',
  content: '文书内容',
  elements: '要素',
  body: '正文',
  level: '响应级别',
  decision: '决定',
  approval: '批准',
  post: '职务',
  name: '姓名',
  means: '决定方式',
  matter: '响应事项',
  outcome: '结果',
  into: '并入的事件',
  duty: '班次',
  stages: '提醒阶段',
  stage: '阶段',
  stageAt: '阶段时间',
  key: '时限编号',
  state: '状态',
  id: '编号',
  label: '名称',
};

/** Which list of the package names the part that follows a field such as `figures`. */
const LISTS: Readonly<Record<string, (plan: PlanPackage) => readonly { id: string; label: string }[]>> = {
  figures: (plan) => plan.figures,
  conditions: (plan) => [...plan.conditions, ...plan.termination.conditions],
  durations: (plan) => plan.durations,
  marks: (plan) => plan.marks,
  details: (plan) => plan.details,
};

export function fieldName(path: string, plan?: PlanPackage): string {
  if (path === '') return '命令';
  const parts = path.split('.');
  return parts.map((part, index) => partName(part, parts[index - 1], plan)).join(' · ');
}

function partName(part: string, above: string | undefined, plan: PlanPackage | undefined): string {
  if (above !== undefined && Object.hasOwn(LISTS, above)) {
    const list = plan === undefined ? [] : (LISTS[above]?.(plan) ?? []);
    return list.find(({ id }) => id === part)?.label ?? part;
  }
  if (/^\d+$/.test(part)) return `第${Number(part) + 1}项`;
  return Object.hasOwn(NAMES, part) ? (NAMES[part] ?? part) : part;
}
