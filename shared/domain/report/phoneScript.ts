/**
 * What the officer reads into the phone, within 30 seconds: who; when, where, what; the counts; reach, trend and measures;
 * grade and response; requests; the number to call back [rules §7]. What was typed is cut short to fit, the counts never.
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
const LONGEST = { name: 10, callback: 20, where: 30, what: 20, requests: 16, situation: 30 };
/** Shorter than this says nothing. */
const SHORTEST = 6;

export type Caller = {
  name: string;
  /** A post's id or words. */
  post: string;
  callback: string | null;
  requests: string | null;
};

export type ScriptLine = {
  id: 'who' | 'event' | 'counts' | 'situation' | 'response' | 'requests' | 'callback';
  text: string;
};
export type PhoneScript = { lines: ScriptLine[]; seconds: number };

export function phoneScript(plan: PlanPackage, row: IncidentRow, caller: Caller, to: string): PhoneScript {
  const who = whoLine(plan, caller, to);
  const when = whenText(plan, row);
  const nature = natureText(plan, row) ?? `性质${BEING_VERIFIED}`;
  const counts = countsLine(plan, row);
  const response = `${gradeText(plan, row)}，${levelText(plan, row)}。`;
  const callback = `回拨电话${caller.callback === null ? '（请报本机号码）' : clipped(caller.callback, LONGEST.callback)}。`;

  const purse = createPurse(
    SECONDS * CHARACTERS_PER_SECOND - read([who, when, nature, counts, response, callback].join('')),
  );
  const place = placeText(plan, row);
  // The place is said however little time is left.
  const where = purse.take(place, LONGEST.where) || clipped(place, 2 * SHORTEST) || `地点${BEING_VERIFIED}`;
  const what = purse.take(detailsOfGroup(plan, row, 'what').map(firstSentence).join(''), LONGEST.what);
  const requests = purse.take(caller.requests ?? '', LONGEST.requests);
  const situation = situationParts(plan, row, purse);

  const lines: ScriptLine[] = [
    { id: 'who', text: who },
    { id: 'event', text: `${[when, where, what, nature].filter(Boolean).join('，')}。` },
    { id: 'counts', text: counts },
    ...(situation.length === 0 ? [] : [{ id: 'situation' as const, text: `${situation.join('；')}。` }]),
    { id: 'response', text: response },
    ...(requests === '' ? [] : [{ id: 'requests' as const, text: `请求：${requests}。` }]),
    { id: 'callback', text: callback },
  ];
  return { lines, seconds: Math.ceil(read(lines.map(({ text }) => text).join('')) / CHARACTERS_PER_SECOND) };
}

type Purse = {
  /** As much of the text as there is time for; nothing rather than a fragment. */
  take(text: string, longest: number, label?: string): string;
};

/** `left`: how many characters can still be read. */
function createPurse(left: number): Purse {
  // What may stand in for it, such as 地点正在核实 or 请求, is read as well.
  let rest = left - SHORTEST;
  return {
    take(text, longest, label = '') {
      const room = Math.min(longest, rest - read(label));
      if (text === '' || room < SHORTEST) return '';
      const taken = clipped(text, room);
      rest -= read(label) + read(taken);
      return taken;
    },
  };
}

function whoLine(plan: PlanPackage, { name, post }: Caller, to: string): string {
  const unit = labelIn(plan.units, ownUnit(plan));
  const title = clipped(labelIn(plan.posts, post) ?? '', LONGEST.name);
  return `${labelIn(plan.units, to)}，我是${unit}${title}${clipped(name, LONGEST.name)}，报告一起突发事件。`;
}

/** 泽州县金村镇东2公里，某输油处: an area runs on into the place; the rest stands apart. */
function placeText(plan: PlanPackage, row: IncidentRow): string {
  return plan.details
    .filter(({ group }) => group === 'where')
    .reduce((text, detail) => {
      const part = firstSentence(detailText(plan, row, detail) ?? '');
      if (part === '' || text === '') return text + part;
      return detail.input === 'text' && text === areaText(plan, row) ? text + part : `${text}，${part}`;
    }, '');
}

function areaText(plan: PlanPackage, row: IncidentRow): string {
  const area = plan.details.find(({ group, input }) => group === 'where' && input === 'area');
  return area === undefined ? '' : firstSentence(detailText(plan, row, area) ?? '');
}

/** Numbers first; what is being verified is said in one breath. */
function countsLine(plan: PlanPackage, row: IncidentRow): string {
  const counts = plan.figures.flatMap(({ id, label }) => {
    const text = figureText(plan, row, id);
    return text === null ? [] : [{ label, text }];
  });
  if (counts.length === 0) return `人员伤亡${BEING_VERIFIED}。`;
  const numbers = counts.filter(({ text }) => text !== BEING_VERIFIED).map(({ label, text }) => `${label}${text}`);
  const unknown = counts.filter(({ text }) => text === BEING_VERIFIED).map(({ label }) => label);
  const verified = unknown.length === 0 ? [] : [`${unknown.join('、')}${BEING_VERIFIED}`];
  return `${[...numbers, ...verified].join('，')}。`;
}

function situationParts(plan: PlanPackage, row: IncidentRow, purse: Purse): string[] {
  return plan.details.flatMap((detail) => {
    const text = detail.group === 'situation' ? detailText(plan, row, detail) : null;
    const taken = text === null ? '' : purse.take(text, LONGEST.situation, detail.label);
    return taken === '' ? [] : [`${detail.label}：${taken}`];
  });
}

const firstSentence = (text: string): string => (text.split(/[。；;\n]/)[0] ?? text).trim();

function clipped(text: string, longest: number): string {
  const sentence = firstSentence(text);
  return sentence.length <= longest ? sentence : `${sentence.slice(0, longest - 1)}…`;
}

const read = (text: string): number => text.replace(/[，。；：、（）…\s]/g, '').length;
