/** 批示办理单: a leader's instruction and how it was carried out [plan 4.1.3(2)]. */
import type { OfficialDocument } from '#shared/documents/document.ts';
import { labelIn } from '../report/words.ts';
import type { InstructionRow } from '../responseRows.ts';
import type { IncidentFile } from '../rows.ts';
import { formTable, fullTime, type PaperContext, recordPaper } from './paper.ts';

export function instructionSheet(
  context: PaperContext,
  file: IncidentFile,
  { from, text, receivedAt, actor, answer }: InstructionRow,
): OfficialDocument {
  const { plan } = context;
  const who = (by: InstructionRow['actor']) => `${labelIn(plan.posts, by.post)}${by.name}`;
  return recordPaper(context, '领导批示办理单', [
    formTable([
      ['事件', file.title],
      ['批示人', from],
      ['收到时间', fullTime(plan, receivedAt)],
      ['批示内容', text],
      ['记录人', who(actor)],
      ['落实情况', answer?.text ?? '正在落实'],
      ['反馈时间', answer === null ? null : fullTime(plan, answer.at)],
      ['反馈记录人', answer === null ? null : who(answer.actor)],
    ]),
  ]);
}
