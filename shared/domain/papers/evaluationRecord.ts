/**
 * 评估记录: each obligation with when it was due, when it was met, on time or why not, and who decided; the levels and who
 * decided them; what is open still; the picture of the night as its annex [plan 5.2]. The states are the engine's own, never
 * worked out again.
 */
import type { Block, OfficialDocument } from '#shared/documents/document.ts';
import type { Obligation, ObligationFlag, ObligationState } from '#shared/plan/assessment.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { IncidentEventPayload } from '../incident/events.ts';
import { levelText } from '../report/elementTexts.ts';
import { timeText } from '../report/timeText.ts';
import { labelIn, onPaper } from '../report/words.ts';
import type { IncidentFile } from '../rows.ts';
import { STATE_WORDS, spanText } from './obligationWords.ts';
import { columns, type PaperContext, type PaperFacts, recordPaper } from './paper.ts';
import { timelineDrawings } from './timelineDrawing.ts';

const CAUSES: Readonly<Record<ObligationFlag, string>> = {
  escalatedNow: '升级补报',
  lateReceipt: '迟接报',
  occurrenceCorrected: '更正发生时间后计迟',
  afterFlaggedDay: '超过火灾事故7日',
};

export function evaluationRecord(context: PaperContext, facts: PaperFacts): OfficialDocument {
  const { plan } = context;
  const { file, response } = facts;
  const { obligations } = file.assessment;
  const own = obligations.filter(({ supervised }) => !supervised);
  const others = obligations.filter(({ supervised }) => supervised);
  const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });
  const table = (rows: readonly Obligation[]): Block => ({
    kind: 'table',
    columns: columns(['事项', 2.1], ['对象', 1.9], ['时限', 1.6], ['报出', 1.6], ['结果', 1.9], ['原因及决定人', 2.3]),
    rows: rows.map((row) => rowOf(plan, file, row)),
  });
  const levels = response.history.map((entry) => `${levelText(plan, entry)}。`);
  const open = response.signatures.filter(({ signed }) => signed === null);
  const annexes = timelineDrawings(context, facts);
  const record = recordPaper(context, `${onPaper(file.title)}应急处置评估记录`, [
    heading('一、总体情况'),
    { kind: 'paragraph', text: summary(own) },
    heading('二、报告义务履行情况'),
    table(own),
    ...(others.length === 0 ? [] : [heading('三、督促其他单位履行情况'), table(others)]),
    heading(others.length === 0 ? '三、响应决定' : '四、响应决定'),
    ...(levels.length === 0
      ? [{ kind: 'paragraph' as const, text: '未启动应急响应。' }]
      : levels.map((text) => ({ kind: 'paragraph' as const, text }))),
    ...(open.length === 0 ? [] : [{ kind: 'paragraph' as const, text: `尚有${open.length}项电话决定未补签。` }]),
    ...(annexes.length === 0 ? [] : [{ kind: 'paragraph' as const, text: '附件：处置时间线' }]),
  ]);
  return { ...record, annexes };
}

function summary(rows: readonly Obligation[]): string {
  const count = (...states: readonly ObligationState[]) => rows.filter(({ state }) => states.includes(state)).length;
  const late = rows.filter(({ state }) => state === 'fulfilledLate' || state === 'overdue');
  const caused = (flag: ObligationFlag) => late.filter(({ flags }) => flags.includes(flag)).length;
  const causes = (Object.keys(CAUSES) as ObligationFlag[])
    .filter((flag) => caused(flag) > 0)
    .map((flag) => `${CAUSES[flag]}${caused(flag)}项`);
  const why = causes.length === 0 ? '' : `（其中${causes.join('、')}）`;
  return (
    `应由本台履行的报告事项共${rows.length}项：按时${count('fulfilledOnTime')}项，已报（无固定时限）${count('fulfilled')}项，` +
    `迟报${count('fulfilledLate')}项、超时未报${count('overdue')}项${why}，` +
    `待报${count('pending', 'dueSoon', 'immediate', 'open')}项，免报${count('waived')}项，不再适用${count('superseded')}项。`
  );
}

function rowOf(plan: PlanPackage, file: IncidentFile, row: Obligation): string[] {
  const instant = (at: number | null) =>
    at === null ? '' : timeText({ at, precision: 'minute' }, plan.timeZone).replace('日', '日\n');
  return [
    `${labelIn(plan.reportingRules, row.rule)}（${row.clause}）`,
    labelIn(plan.units, row.to) ?? '',
    row.dueAt === null ? '立即'.repeat(Number(row.state !== 'open')) || '无' : instant(row.dueAt),
    instant(row.fulfilledAt),
    resultText(row),
    [...row.flags.map((flag) => CAUSES[flag]), ...deciders(plan, file, row)].join('\n'),
  ];
}

function resultText({ state, lateBySeconds, elapsedSeconds }: Obligation): string {
  const words = STATE_WORDS[state];
  if (lateBySeconds !== null && lateBySeconds > 0) return `${words}\n迟${spanText(lateBySeconds)}`;
  if (state === 'fulfilled' && elapsedSeconds !== null) return `${words}\n用时${spanText(elapsedSeconds)}`;
  return words;
}

/** Who met it, signed it, or said that it need not be. */
function deciders(plan: PlanPackage, file: IncidentFile, row: Obligation): string[] {
  const report = file.reports.find(({ reportId }) => reportId === row.fulfilledBy);
  if (report !== undefined) {
    const { sender, actor, receiver, signedOffBy } = report;
    return [
      signedOffBy === null ? `${sender ?? actor.name}报` : `${signedOffBy}签发`,
      receiver === null ? '' : `${receiver}接收`,
    ].filter((text) => text !== '');
  }
  const determined = file.gradeHistory.find(({ entryId }) => entryId === row.fulfilledBy);
  if (determined !== undefined) return [`${determined.actor.name}记录认定为${labelIn(plan.grades, determined.grade)}`];
  if (row.state !== 'waived') return [];
  const waiver = file.entries.findLast(
    ({ type, payload, struck }) =>
      type === 'ObligationWaived' &&
      struck === null &&
      (payload as IncidentEventPayload<'ObligationWaived'>).rule === row.rule,
  );
  if (waiver === undefined) return [];
  return [`${waiver.actor.name}免报：${(waiver.payload as IncidentEventPayload<'ObligationWaived'>).reason}`];
}
