/** 值班日志 of one shift: who was on duty, every entry of the desk in it, and what was handed over at its end. */
import type { Block, OfficialDocument } from '#shared/documents/document.ts';
import type { DutyHeld, Handover } from '../desk/desk.ts';
import type { HandoverSectionId } from '../handover/sections.ts';
import { clockText, dateText } from '../report/timeText.ts';
import { labelIn } from '../report/words.ts';
import type { LogRow, OfficerRow } from '../rows.ts';
import { columns, formTable, fullTime, type PaperContext, recordPaper } from './paper.ts';

/** `to` is null while the shift lasts; `handover` is the one that ended it. */
export type ShiftPeriod = { from: number; to: number | null; officerId: string; handover: Handover | null };

const DAY_MS = 86_400_000;

/** Shifts as they were held, the one that lasts first. */
export function shiftPeriods({
  handovers,
  onDuty,
}: {
  handovers: readonly Handover[];
  onDuty: readonly Pick<DutyHeld, 'duty' | 'officerId' | 'since'>[];
}): ShiftPeriod[] {
  const ended = handovers.filter(({ duties }) => duties.includes('watch'));
  const past = ended.map((handover, index): ShiftPeriod => {
    // Of what came before the handovers that are remembered, a day.
    const from = ended[index - 1]?.at ?? handover.at - DAY_MS;
    return { from, to: handover.at, officerId: handover.from, handover };
  });
  const watch = onDuty.find(({ duty }) => duty === 'watch');
  const now: ShiftPeriod[] =
    watch === undefined ? [] : [{ from: watch.since, to: null, officerId: watch.officerId, handover: null }];
  return [...now, ...past.toReversed()];
}

export type ShiftFacts = {
  period: ShiftPeriod;
  /** Of the shift, oldest first. */
  rows: readonly LogRow[];
  officers: readonly OfficerRow[];
  /** Titles by incident. */
  titles: Readonly<Record<string, string>>;
  /** An entry as the screens say it. */
  words: (row: LogRow) => string;
};

export function shiftLog(context: PaperContext, facts: ShiftFacts): OfficialDocument {
  const { plan, at } = context;
  const { period, rows, officers, titles, words } = facts;
  const nameOf = (id: string) => officers.find(({ officerId }) => officerId === id)?.name ?? id;
  const until = period.to ?? at;
  const head = formTable([
    ['起止', `${fullTime(plan, period.from)}至${fullTime(plan, until)}${period.to === null ? '（未交班）' : ''}`],
    ['值班员', nameOf(period.officerId)],
    ['记录', `${rows.length}条`],
  ]);
  const entries: Block = {
    kind: 'table',
    columns: columns(['序号', 1], ['时间', 3.1], ['内容', 6.2], ['记录人', 1.7]),
    rows: rows.map((row) => [
      String(row.position),
      `${dateText(row.recordedAt, plan.timeZone)}\n${clockText(row.recordedAt, plan.timeZone)}`,
      `${titleOf(row, titles)}${words(row)}${row.struck === null ? '' : `\n【已划去：${row.struck.reason}】`}`,
      `${labelIn(plan.posts, row.actor.post)}\n${row.actor.name}`,
    ]),
  };
  return recordPaper(context, '值班日志', [
    head,
    { kind: 'heading', level: 1, text: '一、记录' },
    entries,
    ...handoverBlocks(period.handover, nameOf),
  ]);
}

const titleOf = ({ incidentId }: LogRow, titles: Readonly<Record<string, string>>): string => {
  const title = incidentId === null ? undefined : titles[incidentId];
  return title === undefined ? '' : `〔${title}〕`;
};

/** null on a handover from before warnings, and where there were none. */
function warningsText(sections: Handover['sections']): string | null {
  const count = (id: HandoverSectionId): number => sections.find((section) => section.id === id)?.items ?? 0;
  const parts = [
    [count('warnings'), (n: number) => `预警${n}项`],
    [count('unacknowledged'), (n: number) => `未签收${n}家`],
    [count('clues'), (n: number) => `待研判线索${n}条`],
  ] as const;
  const said = parts.filter(([n]) => n > 0).map(([n, words]) => words(n));
  return said.length === 0 ? null : said.join('，');
}

const PROOFS = { pin: '凭 PIN', name: '凭姓名' } as const;

function handoverBlocks(handover: Handover | null, nameOf: (id: string) => string): Block[] {
  if (handover === null) return [];
  const { from, to, notes, equipment, alarm, proofs, digest, sections } = handover;
  return [
    { kind: 'heading', level: 1, text: '二、交接班' },
    formTable([
      ['交班人', `${nameOf(from)}（${PROOFS[proofs.from]}）`],
      ['接班人', `${nameOf(to)}（${PROOFS[proofs.to]}）`],
      ['交接事项', `${sections.reduce((sum, { items }) => sum + items, 0)}项，内容摘要 ${digest.slice(0, 16)}`],
      ['其中预警', warningsText(sections)],
      ['设备', equipment ?? '正常'],
      ['告警声', alarm === 'heard' ? '两人都听到' : '没有听到'],
      ['交代事项', notes],
    ]),
  ];
}
