/** The incident's full log: every entry as it was recorded, what was struck with its reason, nothing left out. */
import type { OfficialDocument } from '#shared/documents/document.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { clockText, dateText } from '../report/timeText.ts';
import { labelIn, onPaper } from '../report/words.ts';
import type { IncidentFile, LogRow } from '../rows.ts';
import { columns, type PaperContext, recordPaper } from './paper.ts';

type Words = (row: LogRow) => string;
type Line = { plan: PlanPackage; words: Words; cells: readonly string[] };

const lines = new WeakMap<LogRow, Line>();

/** An entry never says anything else again: with every new one of a long night, only that one is put into words. */
function lineOf(plan: PlanPackage, words: Words, row: LogRow): readonly string[] {
  const known = lines.get(row);
  if (known?.plan === plan && known.words === words) return known.cells;
  const cells = [
    String(row.position),
    `${dateText(row.recordedAt, plan.timeZone)}\n${clockText(row.recordedAt, plan.timeZone)}`,
    `${words(row)}${row.struck === null ? '' : `\n【已划去：${row.struck.reason}】`}`,
    `${labelIn(plan.posts, row.actor.post)}\n${row.actor.name}`,
  ];
  lines.set(row, { plan, words, cells });
  return cells;
}

/** `words`: the entry as the screens say it. */
export function incidentLog(context: PaperContext, file: IncidentFile, words: Words): OfficialDocument {
  const { plan } = context;
  return recordPaper(context, `${onPaper(file.title)}值班日志`, [
    {
      kind: 'table',
      columns: columns(['序号', 1], ['时间', 2.5], ['内容', 6.9], ['记录人', 1.6]),
      rows: file.entries.map((row) => lineOf(plan, words, row)),
    },
  ]);
}
