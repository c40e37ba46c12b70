/** A night in full swing: the highest level by phone, the on-scene command open, nine groups at work, some of it late. */
import type { CommandInput } from '#shared/domain/commands.ts';
import { ago } from './fixtures.ts';

/** Ids of the plan's groups, as `SetUpGroups` takes them over. */
const GROUPS = [
  { groupId: 'coordination', state: 'working' },
  { groupId: 'rescue', state: 'working' },
  { groupId: 'security', state: 'working' },
  { groupId: 'medical', state: 'inPlace' },
  { groupId: 'logistics', state: 'inPlace' },
  { groupId: 'environment', state: 'withdrawn' },
  { groupId: 'publicity', state: null },
  { groupId: 'aftermath', state: null },
  { groupId: 'experts', state: null },
] as const;

export function busyNight(incidentId: string): CommandInput[] {
  const on = { incidentId };
  const commander = { post: 'commander', name: '陈立', means: 'phone' as const, at: ago(40) };
  return [
    { type: 'RecordFigures', ...on, figures: { dead: 12, injured: 41, missing: 6 }, source: '市卫健委' },
    { type: 'RecordConditions', ...on, conditions: { fire: 'yes' }, source: '现场' },
    { type: 'StartResponse', ...on, level: 'I', decision: commander, matter: '原油泄漏起火', expectedHours: 48 },
    {
      type: 'OpenOnSceneCommand',
      ...on,
      head: { personId: 'head', name: '孙强', phone: '13800000000', title: '副市长' },
      place: '金村镇政府三楼会议室',
      decision: commander,
      openedAt: ago(38),
    },
    { type: 'SetUpGroups', ...on, setUpAt: ago(37) },
    ...GROUPS.flatMap((group, index) => atWork(incidentId, group, index)),
    { type: 'CallUnit', ...on, summonsId: 'u1', unit: { other: '市气象局' }, answeredBy: '郑值班', calledAt: ago(30) },
    { type: 'CallUnit', ...on, summonsId: 'u2', unit: { other: '抢维修队' }, answeredBy: '高队', calledAt: ago(29) },
    { type: 'RecordUnitEnRoute', ...on, summonsId: 'u2', at: ago(20), expectedAt: ago(-15) },
    { type: 'RecordInstruction', ...on, instructionId: 'n1', from: '省长 林某', text: '全力搜救失联人员。' },
    { type: 'RequestReinforcement', ...on, requestId: 'q1', to: 'provincialCommand', what: '增派堵漏专家' },
  ];
}

function atWork(incidentId: string, { groupId, state }: (typeof GROUPS)[number], index: number): CommandInput[] {
  const on = { incidentId, groupId };
  const person = (n: number) => ({
    personId: `${groupId}-${n}`,
    name: `周勇${index}${n}`,
    phone: `1390000${index}00${n}`,
  });
  return [
    { type: 'SetGroupLeader', ...on, leader: person(0) },
    ...[1, 2, 3].map((n): CommandInput => ({ type: 'CheckInPerson', ...on, person: person(n), at: ago(30) })),
    ...(state === null ? [] : [{ type: 'SetGroupState' as const, ...on, state, at: ago(15) }]),
    {
      type: 'AssignTask',
      incidentId,
      taskId: `task-${groupId}`,
      to: { group: groupId },
      what: '核实失联人员并登记去向',
      source: { kind: 'order' },
      assignedAt: ago(30),
      dueAt: ago(index % 4 === 1 ? 6 : -40),
    },
  ];
}
