/**
 * What the officer reads into the phone, within 30 seconds: who; when, where, what; the counts; reach, trend and measures;
 * grade and response; requests; the number to call back [rules §7].
 */
import type { PlanPackage } from '#shared/plan/schema.ts';
import { ownUnit } from '../checks.ts';
import type { IncidentRow } from '../rows.ts';
import { BEING_VERIFIED } from './quantityText.ts';
import {
  detailsOfGroup,
  detailText,
  figureText,
  gradeText,
  labelIn,
  levelText,
  natureText,
  whenText,
} from './words.ts';

/** Read aloud clearly, with pauses. */
const CHARACTERS_PER_SECOND = 5;
const SECONDS = 30;
const LONGEST_PART = 24;
const SHORTEST_PART = 8;

export type Caller = {
  name: string;
  /** A post's id or words. */
  post: string;
  callback: string | null;
  requests: string | null;
};

export type ScriptLine = { id: 'who' | 'event' | 'counts' | 'situation' | 'response' | 'callback'; text: string };
export type PhoneScript = { lines: ScriptLine[]; seconds: number };

export function phoneScript(plan: PlanPackage, row: IncidentRow, caller: Caller, to: string): PhoneScript {
  const before: ScriptLine[] = [
    { id: 'who', text: whoLine(plan, caller, to) },
    { id: 'event', text: eventLine(plan, row) },
    { id: 'counts', text: countsLine(plan, row) },
  ];
  const after: ScriptLine[] = [
    { id: 'response', text: `${gradeText(plan, row)}，${levelText(plan, row)}。` },
    { id: 'callback', text: closingLine(caller) },
  ];
  const left = SECONDS * CHARACTERS_PER_SECOND - charactersRead([...before, ...after]);
  const situation: ScriptLine[] = situationLine(plan, row, left).map((text) => ({ id: 'situation', text }));
  const lines = [...before, ...situation, ...after];
  return { lines, seconds: Math.ceil(charactersRead(lines) / CHARACTERS_PER_SECOND) };
}

function whoLine(plan: PlanPackage, { name, post }: Caller, to: string): string {
  const unit = labelIn(plan.units, ownUnit(plan));
  return `${labelIn(plan.units, to)}，我是${unit}${labelIn(plan.posts, post)}${name}，报告一起突发事件。`;
}

function eventLine(plan: PlanPackage, row: IncidentRow): string {
  const where = detailsOfGroup(plan, row, 'where').map(clipped).join('');
  const what = detailsOfGroup(plan, row, 'what').map(clipped).join('');
  const nature = natureText(plan, row);
  return `${whenText(plan, row)}，${where || `地点${BEING_VERIFIED}`}${what && `，${what}`}，${nature ?? `性质${BEING_VERIFIED}`}。`;
}

function countsLine(plan: PlanPackage, row: IncidentRow): string {
  const counts = plan.figures.flatMap(({ id, label }) => {
    const text = figureText(plan, row, id);
    return text === null ? [] : [`${label}${text}`];
  });
  return counts.length === 0 ? `人员伤亡${BEING_VERIFIED}。` : `${counts.join('，')}。`;
}

/** As many parts as there is time for, each cut short rather than the last ones dropped. */
function situationLine(plan: PlanPackage, row: IncidentRow, budget: number): string[] {
  const parts = plan.details.flatMap((detail) => {
    const text = detail.group === 'situation' ? detailText(plan, row, detail) : null;
    return text === null ? [] : [{ label: detail.label, text }];
  });
  const said: string[] = [];
  let left = budget;
  for (const [index, { label, text }] of parts.entries()) {
    const share = Math.floor(left / (parts.length - index)) - label.length;
    if (share < SHORTEST_PART) continue;
    const part = `${label}：${clipped(text, share)}`;
    said.push(part);
    left -= read(part);
  }
  return said.length === 0 ? [] : [`${said.join('；')}。`];
}

function closingLine({ callback, requests }: Caller): string {
  const request = requests === null ? '' : `请求：${clipped(requests)}。`;
  return `${request}回拨电话${callback === null ? '（请报本机号码）' : clipped(callback)}。`;
}

function clipped(text: string, longest: number = LONGEST_PART): string {
  const sentence = (text.split(/[。；;\n]/)[0] ?? text).trim();
  const limit = Math.min(longest, LONGEST_PART);
  return sentence.length <= limit ? sentence : `${sentence.slice(0, limit - 1)}…`;
}

const read = (text: string): number => text.replace(/[，。；：、（）…\s]/g, '').length;
const charactersRead = (lines: readonly ScriptLine[]): number => lines.reduce((sum, line) => sum + read(line.text), 0);
