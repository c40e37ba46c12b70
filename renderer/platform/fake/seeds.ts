/** Commands that fill the fake desks: a busy night around now, and the practice night of Qingdao 2013. Invented names. */
import type { CommandInput } from '#shared/domain/commands.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';

export type Seed = { at: number; by: string; command: CommandInput };

const MINUTE = 60_000;
const iso = (at: number) => `${new Date(Math.floor(at / MINUTE) * MINUTE).toISOString().slice(0, 16)}Z`;

function staff(plan: PlanPackage, at: number): Seed[] {
  const steps: CommandInput[] = [
    { type: 'AddOfficer', officerId: 'zhang', name: '张海峰', post: 'watchOfficer' },
    { type: 'SetUpDesk', planId: plan.id },
    { type: 'AddOfficer', officerId: 'li', name: '李卫东', post: 'dutyLead' },
    { type: 'AddOfficer', officerId: 'wang', name: '王雪', post: 'watchOfficer' },
    { type: 'TakeDuty', duty: 'watch', officerId: 'zhang' },
    { type: 'TakeDuty', duty: 'lead', officerId: 'li' },
  ];
  return steps.map((command) => ({ at, by: 'zhang', command }));
}

/** A crude-oil line since twelve hours ago with everything in it, and a gas leak that came in a quarter of an hour ago. */
export function seedNight(plan: PlanPackage, now: number): Seed[] {
  const ago = (minutes: number) => now - minutes * MINUTE;
  const when = (minutes: number) => iso(ago(minutes));
  const big = 'zezhou-crude';
  const small = 'gaoping-valve';
  const steps: [minutesAgo: number, by: string, command: CommandInput][] = [
    [
      680,
      'zhang',
      {
        type: 'TakeCall',
        callId: 'call-1',
        receivedAt: when(680),
        occurredAt: when(738),
        discoveredAt: when(719),
        source: '110 转警',
        figures: {
          dead: 0,
          injured: 0,
          seriouslyInjured: 'unknown',
          trapped: 'unknown',
          missing: 'unknown',
          atRisk: '约200',
        },
        conditions: { leak: 'yes', facilityDamaged: 'yes', fire: 'no', explosion: 'no' },
        durations: { outage: { startedAt: when(725) } },
        marks: { productionSafety: 'unknown' },
        details: {
          area: '泽州县',
          place: '金村镇东 2 公里，K37+200 附近排水暗渠',
          operator: '某输油处',
          pipeline: '东黄复线',
          medium: '原油',
          object: 'transmission',
          impact: '原油流入市政排水暗渠，下游约 3 公里',
          trend: null,
          measures: '02:25 停泵；02:35 下令关阀',
          source: '110 转警',
          reportingUnit: '泽州县政府值班室',
          reporter: '刘建国',
          callback: '0356-2000000',
        },
        disposition: { kind: 'open', incidentId: big, title: '泽州段原油管线泄漏爆炸' },
      },
    ],
    [
      655,
      'zhang',
      {
        type: 'RecordReport',
        incidentId: big,
        reportId: 'r-1',
        kind: 'initial',
        form: 'phone',
        recipients: ['city'],
        sentAt: when(655),
        receiver: '王主任',
        sender: '张海峰',
        readBack: true,
      },
    ],
    [
      650,
      'zhang',
      {
        type: 'RecordReport',
        incidentId: big,
        reportId: 'r-2',
        kind: 'initial',
        form: 'written',
        recipients: ['city'],
        sentAt: when(650),
        receiver: '王主任',
        signedOffBy: '李卫东',
      },
    ],
    [
      648,
      'zhang',
      {
        type: 'RecordReport',
        incidentId: big,
        reportId: 'r-3',
        kind: 'initial',
        form: 'phone',
        recipients: ['safetyCommittee', 'provincialEnergy'],
        sentAt: when(648),
        receiver: '省能源局值班室 赵',
      },
    ],
    [
      640,
      'wang',
      { type: 'DetermineGrade', incidentId: big, grade: 'serious', reason: '设施损坏、停输，影响市政暗渠' },
    ],
    [
      420,
      'zhang',
      {
        type: 'RecordReport',
        incidentId: big,
        reportId: 'r-4',
        kind: 'followUp',
        form: 'written',
        recipients: ['city'],
        sentAt: when(420),
        receiver: '王主任',
        signedOffBy: '李卫东',
      },
    ],
    [
      245,
      'zhang',
      { type: 'RecordConditions', incidentId: big, conditions: { explosion: 'yes', fire: 'yes' }, source: '现场' },
    ],
    [240, 'zhang', { type: 'AddNote', incidentId: big, text: '排水暗渠发生爆炸，多处起火', happenedAt: when(245) }],
    [
      200,
      'zhang',
      { type: 'RecordFigures', incidentId: big, entryId: 'evac-1', figures: { evacuated: 18_000 }, source: '县政府' },
    ],
    [60, 'zhang', { type: 'StrikeEntry', incidentId: big, strikes: 'evac-1', reason: '公安更正：约 1.2 万人' }],
    [59, 'zhang', { type: 'RecordFigures', incidentId: big, figures: { evacuated: '约12000' }, source: '公安' }],
    [
      46,
      'zhang',
      {
        type: 'RecordReport',
        incidentId: big,
        reportId: 'r-5',
        kind: 'followUp',
        form: 'written',
        recipients: ['city'],
        sentAt: when(46),
        receiver: '王主任',
        signedOffBy: '李卫东',
      },
    ],
    [
      21,
      'zhang',
      {
        type: 'RecordDemand',
        incidentId: big,
        demandId: 'd-1',
        from: 'city',
        demandedAt: when(21),
        person: '王主任',
        what: '核实涉险小区与疏散人数',
      },
    ],
    [
      8,
      'zhang',
      {
        type: 'RecordFigures',
        incidentId: big,
        figures: { dead: 22, injured: 90, missing: 6, trapped: 0 },
        source: '市卫健委',
      },
    ],
    [5, 'wang', { type: 'DetermineGrade', incidentId: big, grade: 'major', reason: '遇难 22 人' }],
    [
      4,
      'li',
      {
        type: 'StartResponse',
        incidentId: big,
        level: 'I',
        expectedHours: 24,
        decision: { post: 'commander', name: '陈立', means: 'phone' },
        matter: '全面组织抢险救援',
      },
    ],
    [
      16,
      'wang',
      {
        type: 'TakeCall',
        callId: 'call-2',
        receivedAt: when(16),
        occurredAt: when(28),
        source: '企业调度',
        figures: { dead: 0, injured: 0 },
        conditions: { leak: 'yes' },
        details: {
          area: '高平市',
          place: '三号阀室',
          operator: '某天然气公司',
          medium: '天然气',
          object: 'valveRoom',
          reporter: '周工',
          callback: '0356-5000000',
        },
        disposition: { kind: 'open', incidentId: small, title: '高平三号阀室天然气渗漏' },
      },
    ],
    [10, 'wang', { type: 'DetermineGrade', incidentId: small, grade: 'ordinary', reason: '仅渗漏' }],
  ];
  const rows = steps.map(([minutesAgo, by, command]) => ({ at: ago(minutesAgo), by, command }));
  return [...staff(plan, ago(740)), ...rows.toSorted((a, b) => a.at - b.at)];
}

/** Qingdao 2013-11-22 in short: from the call at 03:10 to the evening. */
export function seedPractice(plan: PlanPackage): Seed[] {
  const at = (time: string) => Date.parse(`2013-11-22T${time}:00+08:00`);
  const when = (time: string) => `2013-11-22T${time}+08:00`;
  const id = 'qingdao';
  const steps: [time: string, command: CommandInput][] = [
    [
      '03:10',
      {
        type: 'TakeCall',
        callId: 'qd-call',
        receivedAt: when('03:10'),
        occurredAt: when('02:12'),
        discoveredAt: when('02:31'),
        source: '110 转警',
        figures: { dead: 0, injured: 0 },
        conditions: { leak: 'yes', facilityDamaged: 'yes' },
        durations: { outage: { startedAt: when('02:25') } },
        details: { place: '秦皇岛路与斋堂岛街交汇处', medium: '原油', object: 'transmission', operator: '潍坊输油处' },
        disposition: { kind: 'open', incidentId: id, title: '东黄输油管道泄漏' },
      },
    ],
    [
      '03:20',
      {
        type: 'RecordReport',
        incidentId: id,
        reportId: 'qd-1',
        kind: 'initial',
        form: 'phone',
        recipients: ['city'],
        sentAt: when('03:20'),
        receiver: '值班室',
      },
    ],
    [
      '03:40',
      {
        type: 'RecordReport',
        incidentId: id,
        reportId: 'qd-2',
        kind: 'initial',
        form: 'written',
        recipients: ['city'],
        sentAt: when('03:40'),
        signedOffBy: '李卫东',
      },
    ],
    [
      '10:30',
      { type: 'RecordConditions', incidentId: id, conditions: { explosion: 'yes', fire: 'yes' }, source: '现场' },
    ],
    ['14:23', { type: 'RecordFigures', incidentId: id, figures: { dead: 22 }, source: '指挥部' }],
    ['14:30', { type: 'DetermineGrade', incidentId: id, grade: 'major', reason: '遇难 22 人' }],
    [
      '19:00',
      {
        type: 'RecordFigures',
        incidentId: id,
        figures: { dead: 35, injured: 166, seriouslyInjured: 65 },
        source: '指挥部',
      },
    ],
  ];
  return [...staff(plan, at('02:00')), ...steps.map(([time, command]) => ({ at: at(time), by: 'zhang', command }))];
}
