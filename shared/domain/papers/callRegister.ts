/** 接报登记表: every call of the incident as it was taken down, each a form of its own. */
import type { OfficialDocument } from '#shared/documents/document.ts';
import { chineseNumber } from '#shared/documents/officialText.ts';
import type { Timed } from '#shared/plan/facts.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { IncidentEventPayload } from '../incident/events.ts';
import { BEING_VERIFIED, quantityText } from '../report/quantityText.ts';
import { labelIn, onPaper } from '../report/words.ts';
import type { IncidentFile, LogRow } from '../rows.ts';
import { formTable, fullTime, type PaperContext, recordPaper } from './paper.ts';

export function callRegister(context: PaperContext, file: IncidentFile): OfficialDocument {
  const calls = file.entries.filter(({ type }) => type === 'IncidentOpened' || type === 'CallJoined');
  const blocks = calls.flatMap((row, index) => [
    ...(calls.length === 1
      ? []
      : [
          {
            kind: 'heading' as const,
            level: 1 as const,
            text: `${chineseNumber(index + 1)}、第${chineseNumber(index + 1)}次来电`,
          },
        ]),
    formTable(rowsOf(context.plan, row)),
  ]);
  return recordPaper(context, `${onPaper(file.title)}接报登记表`, blocks);
}

type Call = IncidentEventPayload<'IncidentOpened'> | IncidentEventPayload<'CallJoined'>;
const STATES = { yes: '有', no: '无', unknown: BEING_VERIFIED } as const;

function rowsOf(plan: PlanPackage, { type, payload, recordedAt, actor, struck }: LogRow): [string, string | null][] {
  const call = payload as Call;
  const { received, occurred, discovered, reported } = call;
  const time = (timed: Timed | null | undefined) => {
    if (timed === undefined) return null;
    return timed === null ? BEING_VERIFIED : fullTime(plan, timed.at, timed.precision);
  };
  const lists = { area: plan.areas, object: plan.scope.objects, medium: plan.scope.media, text: [], longText: [] };
  return [
    ['接报时间', time(received)],
    ['接报人', `${labelIn(plan.posts, actor.post)}${actor.name}`],
    ['发生时间', time(occurred)],
    ['发现时间', time(discovered)],
    ...plan.details.map(({ id, label, input }): [string, string | null] => {
      const value = reported.details[id];
      if (value === undefined) return [label, null];
      return [label, value === null ? BEING_VERIFIED : labelIn(lists[input], value)];
    }),
    ...plan.figures.map(({ id, label, unit }): [string, string | null] => {
      const quantity = reported.figures[id];
      return [label, quantity === undefined ? null : quantityText(quantity, unit)];
    }),
    ...plan.conditions.map(({ id, label }): [string, string | null] => {
      const state = reported.conditions[id];
      return [label, state === undefined ? null : STATES[state]];
    }),
    ['来电来源', reported.source],
    ['处理', type === 'IncidentOpened' ? '开立事件' : '并入已有事件'],
    ['记录时间', fullTime(plan, recordedAt)],
    ['更正', struck === null ? null : `已划去：${struck.reason}`],
  ];
}
