/**
 * A warning in the three ways it goes out besides its notice: a text message, words for loudspeakers, and its parts line by
 * line. Made of what was written, nothing is added [plan 3.4.2].
 */
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { Warnings } from '#shared/plan/warningSection.ts';
import { fullTime } from '../papers/paper.ts';
import { timeText } from '../report/timeText.ts';
import { areaText } from './content.ts';
import type { WarningVersion } from './warning.ts';

/** What the texts read: a version that went out, or one being written. */
export type WarningText = Pick<WarningVersion, 'level' | 'inNameOf' | 'content'>;

const nameIn = (list: readonly { id: string; label: string }[], id: string | null): string =>
  list.find((item) => item.id === id)?.label ?? '';

export const levelName = ({ levels }: Warnings, id: string | null): string => nameIn(levels, id);
export const authorityName = ({ authorities }: Warnings, id: string | null): string => nameIn(authorities, id);
export const kindName = ({ kinds }: Warnings, id: string | null): string => nameIn(kinds, id);

/** Without its last stop, so that it can stand within a sentence. */
const inSentence = (text: string): string => text.replace(/\s*\n+\s*/g, '；').replace(/[。；;.\s]+$/, '');

/** `7月5日8时0分起，至7月6日8时0分` */
export function periodText({ timeZone }: PlanPackage, { content }: Pick<WarningText, 'content'>): string {
  const from = content.starts === null ? '' : `${timeText(content.starts, timeZone)}起`;
  const until = content.ends === null ? '' : `预计至${timeText(content.ends, timeZone)}`;
  return [from, until].filter((text) => text !== '').join('，');
}

function sentences(plan: PlanPackage, warnings: Warnings, text: WarningText): string[] {
  const { content } = text;
  const what = [areaText(content), kindName(warnings, content.kind), periodText(plan, text)];
  return [
    what.filter((part) => part !== '').join('，'),
    content.impact === null ? '' : `可能影响${inSentence(content.impact)}`,
    content.cautions === null ? '' : `请注意${inSentence(content.cautions)}`,
    content.measures === null ? '' : `应对措施${inSentence(content.measures)}`,
  ].filter((part) => part !== '');
}

/** Own words where there are any. */
export function messageText(plan: PlanPackage, warnings: Warnings, text: WarningText): string {
  const head = `【${authorityName(warnings, text.inNameOf)}】${levelName(warnings, text.level)}：`;
  return head + (text.content.message ?? `${sentences(plan, warnings, text).join('。')}。`);
}

/** Spoken twice, in short sentences. */
export function loudspeakerText(plan: PlanPackage, warnings: Warnings, text: WarningText): string {
  const said = [
    `${authorityName(warnings, text.inNameOf)}发布${levelName(warnings, text.level)}`,
    ...sentences(plan, warnings, text),
  ].join('。');
  return `请注意，请注意。${said}。再播送一遍。${said}。`;
}

/** Label and words of everything it says, in the plan's order. */
export function partTexts(plan: PlanPackage, warnings: Warnings, text: WarningText): [label: string, words: string][] {
  const { content } = text;
  const words: Readonly<Record<string, string | null>> = {
    area: areaText(content),
    kind: kindName(warnings, content.kind),
    level: levelText(warnings, text.level),
    startsAt: content.starts === null ? null : fullTime(plan, content.starts.at, content.starts.precision),
    impact: content.impact,
    cautions: content.cautions,
    measures: content.measures,
    authority: authorityName(warnings, text.inNameOf),
  };
  return warnings.required.flatMap(({ field, label }): [string, string][] => {
    const said = words[field] ?? '';
    return said === '' ? [] : [[label, said]];
  });
}

/** 橙色预警（二级） */
function levelText(warnings: Warnings, id: string): string {
  const level = warnings.levels.find((each) => each.id === id);
  return level === undefined ? id : `${level.label}（${level.sign}）`;
}
