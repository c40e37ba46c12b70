/** What stands in the picture of a night on paper, in official words. */
import type { PlanPackage } from '#shared/plan/schema.ts';
import { BEING_VERIFIED, quantityText } from '../report/quantityText.ts';
import { labelIn } from '../report/words.ts';
import type { LogRow } from '../rows.ts';
import type { Bar, Item, Lane, Row, SpanWhat, Step } from '../timeline/items.ts';
import { STATE_WORDS, spanText } from './obligationWords.ts';

export const LANE_WORDS: Readonly<Record<Lane, string>> = {
  facts: '事实、来电',
  figures: '伤亡',
  grade: '等级',
  level: '响应',
  reports: '报告',
  obligations: '时限',
  groups: '工作组',
  tasks: '任务',
  instructions: '批示',
  bulletins: '信息发布',
};
const GROUP_STATES = { forming: '组建', inPlace: '到位', working: '开展工作', withdrawn: '撤收' } as const;

export function rowText(plan: PlanPackage, { lane, name }: Row): string {
  switch (name.kind) {
    case 'lane':
      return LANE_WORDS[lane];
    case 'figure':
      return labelIn(plan.figures, name.figure) ?? '';
    case 'rule': {
      const rule = labelIn(plan.reportingRules, name.rule) ?? '';
      return name.to === null ? rule : `${rule} → ${labelIn(plan.units, name.to)}`;
    }
    case 'group':
      return plan.groups.find(({ id }) => id === name.groupId)?.label ?? name.name;
    case 'onScene':
      return '现场指挥部';
    case 'units':
      return '调集单位';
  }
}

/** `words`: an entry as the log has it. */
export function itemText(plan: PlanPackage, words: (row: LogRow) => string, item: Item): string {
  switch (item.kind) {
    case 'mark':
      return words(item.entry);
    case 'step':
      return stepText(plan, item);
    case 'span':
      return spanWords(plan, item.what);
    case 'bar':
      return barText(item);
  }
}

/** What nobody had asked yet is left out: its shape says that it is not known. */
function stepText(plan: PlanPackage, { figure, quantity, n, beingVerified, source }: Step): string {
  if (quantity === null || n === null) return source === null ? '' : BEING_VERIFIED;
  const said = quantityText(quantity, plan.figures.find(({ id }) => id === figure)?.unit ?? '');
  return beingVerified ? `${said}，${BEING_VERIFIED}` : said;
}

function spanWords(plan: PlanPackage, what: SpanWhat): string {
  switch (what.kind) {
    case 'grade':
      return what.grade === null ? plan.undetermined.label : (labelIn(plan.grades, what.grade) ?? '');
    case 'level':
      return labelIn(plan.levels, what.level) ?? '';
    case 'group':
      return GROUP_STATES[what.state];
    case 'onScene':
      return what.place;
    case 'unit':
      return [...plan.organisations, ...plan.units].find(({ id }) => id === what.id)?.label ?? what.name;
    case 'task':
      return what.what;
    case 'instruction':
      return `${what.from}批示`;
  }
}

function barText({ state, obligation: { lateBySeconds, elapsedSeconds } }: Bar): string {
  const words = STATE_WORDS[state];
  if (state === 'fulfilledLate' && lateBySeconds !== null) return `${words}，迟${spanText(lateBySeconds)}`;
  return state === 'fulfilled' && elapsedSeconds !== null ? `${words}，用时${spanText(elapsedSeconds)}` : words;
}
