/** A response in full course, as the desk would answer it: for tests of how it is shown. Invented names. */
import type { ChecklistRow, ResponseFile, TaskRow } from '#shared/contract/rows.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';

const MINUTE = 60_000;

export function responseFixture(plan: PlanPackage, now: number, incidentId = 'zezhou-crude'): ResponseFile {
  const ago = (minutes: number) => now - minutes * MINUTE;
  const actor = { officerId: 'zhang', name: '张海峰', post: 'watchOfficer' };
  const written = (entryId: string, minutes: number) => ({ entryId, recordedAt: ago(minutes), actor });
  const at = (minutes: number) => ({ at: ago(minutes), precision: 'minute' as const });
  const decision = { post: 'commander', name: '陈立', means: 'phone' as const, at: at(64) };
  const level = (id: string) => plan.levels.find((item) => item.id === id);
  const basis = [
    {
      criterion: 'l1-dead',
      of: 'I',
      clause: '4.3.3(1)',
      subject: { kind: 'figure' as const, id: 'dead' },
      value: 12,
      entryId: 'e-9',
    },
  ];
  const figures: Record<string, [number | null, number | null]> = {
    dead: [12, 18],
    seriouslyInjured: [null, 90],
    directLoss: [null, null],
  };
  const levels = plan.levels.map((item) => ({
    level: item.id,
    isProposed: item.id === 'I',
    isInForce: item.id === 'I',
    may: item.decidedBy,
    rows: item.criteria.map((criterion) => {
      const subject =
        criterion.kind === 'figure'
          ? { kind: 'figure' as const, id: criterion.figure }
          : criterion.kind === 'condition'
            ? { kind: 'condition' as const, id: criterion.condition }
            : { kind: 'duration' as const, id: criterion.duration };
      const needed =
        criterion.kind === 'figure' ? criterion.from : criterion.kind === 'duration' ? criterion.fromHours : null;
      const [confirmed, conservative] =
        figures[subject.id] ?? (subject.kind === 'duration' ? [12.2, 12.2] : [null, null]);
      const reaches = (n: number | null) => n !== null && needed !== null && n >= needed;
      const met =
        subject.kind === 'condition' || reaches(confirmed)
          ? 'confirmed'
          : reaches(conservative)
            ? 'conservative'
            : confirmed === null
              ? 'unknown'
              : 'no';
      return {
        criterion: criterion.id,
        clause: criterion.clause,
        provenance: criterion.provenance,
        subject,
        needed,
        exclusive: criterion.kind === 'figure' && criterion.exclusive === true,
        met: met as 'confirmed' | 'conservative' | 'unknown' | 'no',
        blockedBy: null,
        confirmed,
        conservative,
        forecast: subject.kind === 'duration' ? 30 : null,
        value: subject.kind === 'condition' ? ('yes' as const) : null,
        entryId: null,
        reachedAt:
          subject.kind === 'duration' && met === 'no' && needed !== null ? now + (needed - 12.2) * 60 * MINUTE : null,
      };
    }),
  }));
  const listed = plan.checklists.filter(({ when }) => when.kind !== 'ended');
  const checklists = listed.map(
    (list, listIndex): ChecklistRow => ({
      id: list.id,
      because:
        list.when.kind === 'level'
          ? { kind: 'level', level: list.when.level, responseId: 'resp-1' }
          : list.when.kind === 'condition'
            ? { kind: 'condition', conditions: list.when.anyOf }
            : { kind: 'always' },
      since: ago(64),
      items: list.items.map((item, index) => {
        const state =
          index === 0
            ? 'done'
            : index === 1 && listIndex % 2 === 0
              ? 'assigned'
              : index === 2
                ? 'notApplicable'
                : 'open';
        return {
          id: item.id,
          clause: item.clause,
          provenance: item.provenance,
          doneBy: item.doneBy,
          state,
          note: state === 'notApplicable' ? '现场无此设施' : null,
          set: state === 'open' ? null : { ...written(`set-${item.id}`, 40), at: ago(41) },
          taskId: state === 'assigned' ? 'task-1' : null,
        };
      }),
    }),
  );
  const states = [
    'working',
    'working',
    'working',
    'working',
    'inPlace',
    'inPlace',
    'forming',
    'forming',
    'working',
  ] as const;
  const unit = (id: string) => ({ id, name: plan.organisations.find((item) => item.id === id)?.label ?? id });
  const groups = plan.groups.map((group, index) => ({
    groupId: group.id,
    planGroup: group.id,
    name: group.label,
    lead: unit(group.lead.organisation),
    deputies: group.deputies.map(unit),
    members: group.members.map(unit),
    duties: group.duties,
    leader:
      index < 6
        ? { personId: `p-${index}`, name: `组长${index + 1}`, phone: '13800000000', title: null, unit: null }
        : null,
    state: states[index % states.length] ?? ('forming' as const),
    stateSince: ago(50 - index),
    people: Array.from({ length: 3 }, (_, person) => ({
      person: {
        personId: `p-${index}-${person}`,
        name: `队员${person + 1}`,
        phone: '13900000000',
        title: null,
        unit: unit('fireRescue'),
      },
      groupId: group.id,
      inAt: ago(45),
      outAt: person === 2 ? ago(12) : null,
      entryId: `in-${index}-${person}`,
    })),
    present: 2,
    openTasks: index % 4,
    headEntryId: `g-${group.id}`,
  }));
  const task = (n: number, minutes: number, dueIn: number | null): TaskRow => ({
    ...written(`task-entry-${n}`, minutes),
    taskId: `task-${n}`,
    what: ['疏散下游两公里内群众', '封堵暗渠出口并围油', '核实失联人员名单', '调集吸油毡 5 吨'][n % 4] ?? '',
    detail: n === 2 ? '逐户核对，每小时报一次' : null,
    to: { kind: 'group', id: groups[n % groups.length]?.groupId ?? null, name: groups[n % groups.length]?.name ?? '' },
    givenBy: '陈立',
    source:
      n === 1
        ? { kind: 'measure', item: 'm1-x', clause: '4.3.3 措施(2)', responseId: 'resp-1' }
        : { kind: 'order', instructionId: null },
    assignedAt: ago(minutes),
    dueAt: dueIn === null ? null : now + dueIn * MINUTE,
    state: n % 3 === 0 ? 'accepted' : 'assigned',
    overdue: dueIn !== null && dueIn < 0,
    acceptedAt: n % 3 === 0 ? ago(minutes - 2) : null,
    acceptedBy: n % 3 === 0 ? '组长1' : null,
    notes: n === 2 ? [{ at: ago(5), text: '已核对 40 户', entryId: 'note-1', actor }] : [],
    endedAt: null,
    outcome: null,
  });
  const tasks = [task(1, 50, -7), task(2, 40, 25), task(3, 30, null), task(4, 20, 90)];
  const signature = {
    of: 'start-1',
    part: 'decision' as const,
    act: 'start' as const,
    level: 'I',
    post: 'commander',
    name: '陈立',
    decidedAt: ago(64),
    signed: null,
  };
  const units = [
    { summonsId: 'u-1', unit: unit('fireRescue'), state: 'arrived' as const, arrived: 20 },
    { summonsId: 'u-2', unit: unit('propaganda'), state: 'enRoute' as const, arrived: null },
    { summonsId: 'u-3', unit: { id: null, name: '某油品应急抢险队' }, state: 'called' as const, arrived: null },
  ].map(({ arrived, ...row }) => ({
    ...written(row.summonsId, 38),
    ...row,
    what: '携带围油栏',
    phone: '0356-2000111',
    answeredBy: '值班员 周',
    calledAt: ago(38),
    enRouteAt: row.state === 'called' ? null : ago(30),
    expectedAt: row.state === 'enRoute' ? now + 6 * MINUTE : null,
    arrivedAt: arrived === null ? null : ago(arrived),
    people: arrived === null ? null : 46,
    stoodDownAt: null,
  }));
  const title = '泽州段原油管线泄漏爆炸';
  return {
    incidentId,
    title,
    planId: plan.id,
    at: now,
    response: {
      responseId: 'resp-1',
      level: 'I',
      since: ago(64),
      startedAt: ago(64),
      startedBy: 'commander',
      decidedBy: decision,
      proposer: { unit: 'office', name: '李卫东' },
      basis,
      reason: null,
      matter: '全面组织抢险救援',
      measures: null,
      expectedUntil: now + 11 * 60 * MINUTE,
      pendingSignature: true,
      transferredTo: null,
      citesEntryId: null,
    },
    headEntryId: 'start-1',
    proposedLevel: 'I',
    proposedBasis: basis.map((match) => ({ ...match, provenance: 'plan' as const })),
    prompts: [],
    levels,
    termination: { may: level('I')?.decidedBy ?? [], approve: plan.termination.approvedBy },
    proposals: [
      {
        ...written('prop-1', 3),
        proposalId: 'prop-1',
        level: 'II',
        proposer: { unit: 'office', name: '李卫东' },
        basis: [],
        reason: '火势已控制，伤亡不再增加',
        at: ago(3),
        state: 'open',
      },
    ],
    delegations: [],
    signatures: [signature],
    history: [
      {
        ...written('start-1', 64),
        kind: 'started',
        responseId: 'resp-1',
        from: null,
        level: 'I',
        decision,
        approval: null,
        reason: null,
        basis,
      },
    ],
    checklists,
    onScene: {
      ...written('scene-1', 60),
      head: { personId: 'head-1', name: '陈立', phone: '13700000000', title: '副市长', unit: null },
      place: '金村镇政府',
      decision,
      openedAt: ago(60),
      closedAt: null,
      headEntryId: 'scene-1',
    },
    groups,
    units,
    tasks,
    instructions: [
      {
        ...written('inst-1', 33),
        instructionId: 'inst-1',
        from: '市长 王某',
        text: '全力搜救失联人员，严防油品入河。',
        receivedAt: ago(33),
        answer: null,
      },
    ],
    reinforcements: [
      {
        ...written('reinf-1', 28),
        requestId: 'reinf-1',
        to: 'provincialCommand',
        what: '请求调派吸油拖栏 2000 米',
        person: '省指挥部值班室 赵',
        requestedAt: ago(28),
        answer: null,
      },
    ],
    afterwards: null,
    reminders: [
      { key: 's', incidentId, incidentTitle: title, since: ago(64), kind: 'signature', signature },
      {
        key: 't',
        incidentId,
        incidentTitle: title,
        since: ago(7),
        kind: 'task',
        taskId: 'task-1',
        what: '封堵暗渠出口并围油',
        to: { kind: 'group', id: 'rescue', name: '抢险救援组' },
        dueAt: ago(7),
        overdue: true,
      },
      {
        key: 'u',
        incidentId,
        incidentTitle: title,
        since: ago(38),
        kind: 'unit',
        summonsId: 'u-3',
        unit: { id: null, name: '某油品应急抢险队' },
        enRouteAt: null,
        expectedAt: null,
      },
    ],
    nextChangeAt: null,
  };
}
