/**
 * A bulletin's first words, from the facts: only confirmed figures, unknown is 正在核实, and what no fact holds is named
 * as lacking for the officer to write [plan 4.6; rules §1].
 */
import type { BulletinKind, BulletinPart } from '#shared/plan/publicitySection.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { timeText } from '../report/timeText.ts';
import { detailsOfGroup, figureText, levelText, natureText, whenText } from '../report/words.ts';
import type { IncidentRow } from '../rows.ts';

export type ComposedBulletin = { title: string; text: string; lacking: BulletinPart[] };

const LONGEST_TITLE = 200;
const LONGEST_TEXT = 5000;

export function composeBulletin(plan: PlanPackage, row: IncidentRow, kind: BulletinKind): ComposedBulletin {
  const parts = kind.holds.map((part) => ({ part, words: wordsOf(plan, row, part) }));
  return {
    title: `${row.title}：${kind.label}`.slice(0, LONGEST_TITLE),
    text: parts
      .flatMap(({ words }) => (words === null ? [] : [words]))
      .join('\n')
      .slice(0, LONGEST_TEXT),
    lacking: parts.filter(({ words }) => words === null).map(({ part }) => part),
  };
}

function wordsOf(plan: PlanPackage, row: IncidentRow, part: BulletinPart): string | null {
  switch (part) {
    case 'event': {
      const where = detailsOfGroup(plan, row, 'where').join('');
      const nature = natureText(plan, row);
      return `${whenText(plan, row)}，${where}发生${nature ?? '突发事件'}${nature === null ? '' : '事件'}。`;
    }
    case 'counts':
      return countsText(plan, row);
    case 'measures': {
      const taken = detailsOfGroup(plan, row, 'situation');
      return row.assessment.level === null && taken.length === 0
        ? null
        : `${[levelText(plan, row), ...taken].join('，')}。`;
    }
    case 'precautions':
    case 'aftermath':
      return null;
  }
}

function countsText(plan: PlanPackage, row: IncidentRow): string | null {
  const counts = plan.figures.flatMap(({ id, label, casualty }) => {
    const text = casualty ? figureText(plan, row, id) : null;
    return text === null ? [] : [`${label}${text}`];
  });
  if (counts.length === 0) return null;
  const at = timeText({ at: row.assessment.at, precision: 'minute' }, plan.timeZone);
  return `截至${at}，${counts.join('，')}。`;
}
