/** 电话报告稿 and 电话报告记录: what was to be said, and who took it, when, and whether it was read back [rules §7]. */
import type { OfficialDocument } from '#shared/documents/document.ts';
import { ended } from '../report/elementTexts.ts';
import { phoneScript } from '../report/phoneScript.ts';
import { labelIn, onPaper } from '../report/words.ts';
import type { IncidentFile, ReportRow } from '../rows.ts';
import { formTable, fullTime, type PaperContext, type PaperFacts, recordPaper } from './paper.ts';

/** What is asked for is read in brief; on paper it stands in full as well, where there was no time for all of it. */
export function scriptPaper(
  context: PaperContext,
  { file, response, caller: typed }: Pick<PaperFacts, 'file' | 'response' | 'caller'>,
  to: string,
): OfficialDocument {
  const { plan } = context;
  const asked = response.reinforcements.filter(({ answer }) => answer === null);
  const recorded = asked.map(({ what }) => what.replace(/[。；]$/, '')).join('；');
  const caller = { ...typed, requests: typed.requests ?? (recorded || null) };
  const { lines, seconds } = phoneScript(plan, file, caller, to);
  const read = lines.find(({ id }) => id === 'requests')?.text ?? '';
  const isCut = caller.requests !== null && !read.includes(caller.requests.replace(/[。；]$/, ''));
  return recordPaper(context, `${onPaper(file.title)}电话报告稿`, [
    { kind: 'paragraph', text: `致${labelIn(plan.units, to)}，约${seconds}秒读完。` },
    ...lines.map(({ text }) => ({ kind: 'paragraph' as const, text })),
    ...(isCut ? [{ kind: 'paragraph' as const, text: ended(`需要支持的事项：${caller.requests}`) }] : []),
    { kind: 'paragraph', text: '读毕请对方复诵，记下对方姓名和时间。' },
  ]);
}

export function phoneRecordPaper(context: PaperContext, file: IncidentFile, report: ReportRow): OfficialDocument {
  const { plan } = context;
  const names = (ids: readonly string[]) => ids.map((id) => labelIn(plan.units, id)).join('、');
  return recordPaper(context, `${onPaper(file.title)}电话报告记录`, [
    formTable([
      ['报告种类', labelIn(plan.reportKinds, report.kind)],
      ['报告单位', labelIn(plan.units, report.unit)],
      ['报告人', report.sender],
      ['接收单位', names(report.recipients)],
      ['接收人', report.receiver],
      ['通话时间', fullTime(plan, report.sent.at, report.sent.precision)],
      ['对方复诵', report.readBack === null ? null : report.readBack ? '已复诵' : '未复诵'],
      ['答复的要求', file.demands.find(({ demandId }) => demandId === report.demandId)?.what ?? null],
      ['备注', report.note],
      ['满足的时限', metText(context, file, report)],
      ['记录人', `${labelIn(plan.posts, report.actor.post)}${report.actor.name}`],
      ['记录时间', fullTime(plan, report.recordedAt)],
      ['更正', report.struck ? '已划去' : null],
    ]),
  ]);
}

function metText({ plan }: PaperContext, file: IncidentFile, { reportId }: ReportRow): string | null {
  const met = file.assessment.obligations.filter(({ fulfilledBy }) => fulfilledBy === reportId);
  return met.map(({ rule }) => labelIn(plan.reportingRules, rule)).join('、') || null;
}
