/**
 * The words of a follow-up or final report's elements, each from what the log holds, with the entries it was taken from.
 * Null where nothing is recorded: the officer is told, and nothing is made up.
 */

import type { PlannedReportElement } from '#shared/plan/reportElements.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { ResponseDecision } from '../parts.ts';
import type { ResponseEntryRow, ResponseFile } from '../responseRows.ts';
import type { IncidentFile } from '../rows.ts';
import { type Change, figureChanges, newConditions, otherChanges } from './changes.ts';
import { timeText } from './timeText.ts';
import { detailsOfGroup, figureText, labelIn, natureText, whenText } from './words.ts';

export type ReportFacts = {
  file: IncidentFile;
  response: ResponseFile;
  /** As known when the last report was made; null while none was. */
  before: IncidentFile | null;
  since: number | null;
};
export type Said = { text: string; from: string[] };

type Telling = (plan: PlanPackage, facts: ReportFacts) => Said | null;

const said = (text: string, from: readonly (string | null)[] = []): Said | null =>
  text === '' ? null : { text, from: [...new Set(from.filter((id) => id !== null))] };
const sentence = (parts: readonly string[], join = '，'): string => (parts.length === 0 ? '' : `${parts.join(join)}。`);
const lines = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');

export const TELLINGS: { readonly [K in Exclude<PlannedReportElement['source'], 'typed'>]: Telling } = {
  overview: (plan, { file }) => {
    const where = detailsOfGroup(plan, file, 'where').join('');
    const what = detailsOfGroup(plan, file, 'what').join('');
    const nature = natureText(plan, file);
    const happened = nature === null ? '' : `发生${nature}`;
    return said(sentence([whenText(plan, file), `${where}${what}${happened}`].filter(Boolean)));
  },
  changes: (plan, { file, before }) => {
    if (before === null) return null;
    const figures = figureChanges(plan, before, file);
    const others = otherChanges(plan, before, file);
    const texts = (list: readonly Change[]) => list.map(({ text }) => text.replace(/[。；]$/, ''));
    const text = lines([sentence(texts(figures)), ...texts(others).map((each) => `${each}。`)]);
    if (text === '') return said('较前报无变化。');
    return said(
      text,
      [...figures, ...others].map(({ from }) => from),
    );
  },
  counts: (plan, { file }) => {
    const asked = plan.figures.flatMap(({ id, label }) => {
      const text = figureText(plan, file, id);
      return text === null ? [] : [{ id, text: `${label}${text}` }];
    });
    const from = asked.map(({ id }) => file.assessment.figures.find(({ figure }) => figure === id)?.entryId ?? null);
    return said(sentence(asked.map(({ text }) => text)), from);
  },
  decisions: (plan, { file, response, since }) => {
    const isNew = ({ recordedAt }: { recordedAt: number }) => since === null || recordedAt > since;
    const grades = file.gradeHistory.filter((entry) => !entry.struck && isNew(entry));
    const levels = response.history.filter(isNew);
    const texts = [
      ...grades.map(({ grade, recordedAt }) => [
        recordedAt,
        `${minuteText(plan, recordedAt)}初步认定为${labelIn(plan.grades, grade)}。`,
      ]),
      ...levels.map((entry) => [entry.decision.at.at, `${levelText(plan, entry)}。`]),
    ] as [number, string][];
    const text = lines(texts.toSorted(([a], [b]) => a - b).map(([, each]) => each));
    const entries = [...grades, ...levels].map(({ entryId }) => entryId);
    if (text !== '') return said(text, entries);
    return said(`${standing(plan, file)}。`, [file.assessment.gradeEntryId]);
  },
  handling: (plan, { response, since }) => handling(plan, response, since ?? 0),
  derived: (plan, { file, before }) => {
    const conditions = before === null ? [] : newConditions(plan, before, file);
    return said(
      sentence(
        conditions.map(({ label }) => label),
        '、',
      ),
    );
  },
  instructions: (plan, { response, since }) => {
    const open = response.instructions.filter(
      ({ answer, recordedAt }) => since === null || recordedAt > since || answer === null || answer.at > since,
    );
    const texts = open.map(({ from, text, receivedAt, answer }) => {
      const given = `${minuteText(plan, receivedAt)}，${from}批示：${ended(text)}`;
      return answer === null ? `${given}正在落实。` : `${given}落实情况：${ended(answer.text)}`;
    });
    return said(
      lines(texts),
      open.flatMap(({ entryId, answer }) => [entryId, answer?.entryId ?? null]),
    );
  },
  requests: (plan, { response, since }) => {
    const open = response.reinforcements.filter(
      ({ answer, recordedAt }) => since === null || recordedAt > since || answer === null,
    );
    const answers = { granted: '已获同意', partly: '部分同意', refused: '未获同意' };
    const texts = open.map(({ to, what, answer }) => {
      const state = answer === null ? '尚未答复' : answers[answer.answer];
      return `请求${labelIn(plan.units, to)}支援：${what.replace(/[。；]$/, '')}（${state}）。`;
    });
    return said(
      lines(texts),
      open.map(({ entryId }) => entryId),
    );
  },
  course: (plan, facts) => course(plan, facts),
  result: (plan, { response }) => {
    const end = response.history.findLast(({ kind }) => kind === 'terminated');
    if (end === undefined) return null;
    return said(`${levelText(plan, end)}。`, [end.entryId]);
  },
  recovery: (plan, { file }) => {
    const known = file.assessment.durations.filter(({ started }) => started !== null);
    const texts = known.map(({ duration, started, ended: end, elapsedHours }) => {
      const label = labelIn(plan.durations, duration);
      const began = started === null ? '' : `${timeText(started, plan.timeZone)}起${label}`;
      if (end === null) return `${began}，尚未恢复。`;
      return `${began}，${timeText(end, plan.timeZone)}恢复，历时${hoursText(elapsedHours ?? 0)}小时。`;
    });
    return said(
      lines(texts),
      known.map(({ entryId }) => entryId),
    );
  },
};

export const ended = (text: string): string => (/[。！？]$/.test(text) ? text : `${text}。`);
const hoursText = (hours: number): string => String(Math.floor(hours * 10) / 10);
const minuteText = (plan: PlanPackage, at: number): string => timeText({ at, precision: 'minute' }, plan.timeZone);

function standing(plan: PlanPackage, { assessment: { grade, level } }: IncidentFile): string {
  const graded = grade === null ? `等级${plan.undetermined.label}` : `初步认定为${labelIn(plan.grades, grade)}`;
  return `${graded}，${level === null ? '未启动应急响应' : `${labelIn(plan.levels, level)}执行中`}`;
}

export function levelText(plan: PlanPackage, { kind, from, level, decision }: ResponseEntryRow): string {
  const time = timeText(decision.at, plan.timeZone);
  const by = `（${deciderText(plan, decision)}决定）`;
  const name = (id: string | null) => labelIn(plan.levels, id) ?? '';
  switch (kind) {
    case 'started':
      return `${time}启动${name(level)}${by}`;
    case 'adjusted':
      return `${time}由${name(from)}调整为${name(level)}${by}`;
    case 'terminated':
      return `${time}终止${name(from)}${by}`;
  }
}

export const deciderText = (plan: PlanPackage, { post, name }: Pick<ResponseDecision, 'post' | 'name'>): string =>
  `${labelIn(plan.posts, post)}${name}`;

const GROUP_STATES = { forming: '组建中', inPlace: '到位', working: '开展工作', withdrawn: '撤收', dissolved: '撤销' };

function handling(plan: PlanPackage, response: ResponseFile, since: number): Said | null {
  const { onScene, groups, units, tasks } = response;
  const opened = onScene !== null && onScene.recordedAt > since ? [onScene] : [];
  const moved = groups.filter(({ stateSince, state }) => stateSince > since && state !== 'dissolved');
  const arrived = units.filter(({ arrivedAt }) => arrivedAt !== null && arrivedAt > since);
  const finished = tasks.filter(({ state, endedAt }) => state === 'finished' && (endedAt ?? 0) > since);
  const text = lines([
    ...opened.map(
      ({ openedAt, place, head }) => `${minuteText(plan, openedAt)}在${place}开设现场指挥部，负责人${head.name}。`,
    ),
    sentence(moved.map(({ name, state }) => `${name}${GROUP_STATES[state]}`)),
    sentence(
      arrived.map(({ unit, people, arrivedAt }) => {
        const time = arrivedAt === null ? '' : minuteText(plan, arrivedAt);
        return `${time}${unit.name}到场${people === null ? '' : `${people}人`}`;
      }),
    ),
    ...finished.map(({ what, outcome }) => `${what.replace(/[。；]$/, '')}：${ended(outcome ?? '')}`),
  ]);
  return said(text, [
    ...opened.map(({ entryId }) => entryId),
    ...moved.map(({ headEntryId }) => headEntryId),
    ...[...arrived, ...finished].map(({ entryId }) => entryId),
  ]);
}

/** The night in its order: the call, grade and levels, first reports, the on-scene command, the end. */
function course(plan: PlanPackage, { file, response }: ReportFacts): Said | null {
  const { received } = file.assessment.times;
  const moments: { at: number; text: string; from: string | null }[] = [
    { at: received.at, text: `${timeText(received, plan.timeZone)}接报`, from: file.entries[0]?.entryId ?? null },
    ...file.gradeHistory
      .filter(({ struck }) => !struck)
      .map(({ grade, recordedAt, entryId }) => ({
        at: recordedAt,
        text: `${minuteText(plan, recordedAt)}初步认定为${labelIn(plan.grades, grade)}`,
        from: entryId,
      })),
    ...response.history.map((entry) => ({
      at: entry.decision.at.at,
      text: levelText(plan, entry),
      from: entry.entryId,
    })),
    ...file.reports
      .filter(({ struck, recipients }) => !struck && recipients.includes(plan.reportRoles.mainRecipient))
      .map(({ sent, kind, form, recipients, entryId }) => ({
        at: sent.at,
        text: `${timeText(sent, plan.timeZone)}向${recipients.map((id) => labelIn(plan.units, id)).join('、')}${form === 'phone' ? '电话' : '书面'}${labelIn(plan.reportKinds, kind)}`,
        from: entryId,
      })),
    ...(response.onScene === null
      ? []
      : [
          {
            at: response.onScene.openedAt,
            text: `${minuteText(plan, response.onScene.openedAt)}在${response.onScene.place}开设现场指挥部`,
            from: response.onScene.entryId,
          },
        ]),
  ];
  const ordered = moments.toSorted((a, b) => a.at - b.at);
  return said(
    lines(ordered.map(({ text }) => `${text}。`)),
    ordered.map(({ from }) => from),
  );
}
