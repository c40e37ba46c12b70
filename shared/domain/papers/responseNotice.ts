/** Notices that a response was started, adjusted or ended: level, basis, decider, minute, and what ERL 72 asks for [plan 4.3, 4.5, 4.7]. */
import type { Block, OfficialDocument } from '#shared/documents/document.ts';
import { chineseNumber, readOfficialText, writeOfficialText } from '#shared/documents/officialText.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { DocumentContent, IncidentEventPayload } from '../incident/events.ts';
import type { Basis, ResponseDecision } from '../parts.ts';
import { ended, TELLINGS } from '../report/elementTexts.ts';
import { type Signing, signingText } from '../report/reportPaper.ts';
import { dateText, timeText } from '../report/timeText.ts';
import { labelIn } from '../report/words.ts';
import type { ResponseEntryRow, ResponseFile } from '../responseRows.ts';
import type { IncidentFile } from '../rows.ts';
import type { PaperContext } from './paper.ts';

const ACTS = { started: '启动', adjusted: '调整', terminated: '终止' } as const;
const MEANS = { inPerson: '当面', phone: '电话', written: '书面' } as const;

export function responseNotice(
  context: PaperContext,
  file: IncidentFile,
  response: ResponseFile,
  entry: ResponseEntryRow,
): OfficialDocument {
  const { plan, papers, head, isDrill } = context;
  const { decision } = entry;
  const unit = plan.posts.find(({ id }) => id === decision.post)?.unit ?? null;
  const overview = TELLINGS.overview(plan, { file, response, before: null, since: null });
  const sections = sectionsOf(plan, file, entry);
  return {
    masthead: papers.masthead ?? labelIn(plan.units, unit) ?? '',
    number: null,
    title: `关于${titleOf(plan, entry)}的通知`,
    addressee: '各成员单位：',
    blocks: [
      ...(overview === null ? [] : [{ kind: 'paragraph' as const, text: overview.text }]),
      { kind: 'paragraph', text: decisionText(plan, entry) },
      ...sections.flatMap(([heading, text], index): Block[] => [
        { kind: 'heading', level: 1, text: `${chineseNumber(index + 1)}、${heading}` },
        ...text.split('\n').map((line): Block => ({ kind: 'paragraph', text: ended(line) })),
      ]),
    ],
    closing: { unit: labelIn(plan.units, unit) ?? '', date: dateText(decision.at.at, plan.timeZone) },
    notes: notesOf(plan, response, entry),
    copies: papers.copies,
    head,
    isDrill,
  };
}

/** The words of a notice, as they are signed. */
export const noticeContent = (notice: OfficialDocument): DocumentContent => ({
  title: notice.title,
  elements: [],
  body: writeOfficialText({ addressee: notice.addressee, blocks: [...notice.blocks], closing: notice.closing }),
});

/** As it was signed: its words, numbers and head are those of then; whoever decided is still told below. */
export function signedNotice(plan: PlanPackage, draft: OfficialDocument, content: DocumentContent, signing: Signing) {
  const { issue } = signing;
  const { addressee, blocks, closing } = readOfficialText(content.body);
  return {
    ...draft,
    masthead: issue?.masthead ?? draft.masthead,
    number: issue?.number ?? null,
    title: content.title,
    addressee,
    blocks,
    closing,
    notes: [...draft.notes, signingText(plan, signing)],
    copies: issue?.copies ?? [],
    head: issue?.head ?? null,
  } satisfies OfficialDocument;
}

export function titleOf(plan: PlanPackage, { kind, from, level }: ResponseEntryRow): string {
  const name = (id: string | null) => (labelIn(plan.levels, id) ?? '').replace(/响应$/, '');
  if (kind === 'terminated') return `终止${name(from)}应急响应`;
  if (kind === 'started') return `启动${name(level)}应急响应`;
  return `将${name(from)}应急响应调整为${name(level)}`;
}

function decisionText(plan: PlanPackage, entry: ResponseEntryRow): string {
  const { decision, approval } = entry;
  const approved = approval === null ? '' : `经${whoText(plan, approval)}批准，`;
  return `${approved}${whoText(plan, decision)}决定，自${timeText(decision.at, plan.timeZone)}起${titleOf(plan, entry)}。`;
}

const whoText = (plan: PlanPackage, { post, name }: ResponseDecision): string => `${labelIn(plan.posts, post)}${name}`;

function sectionsOf(plan: PlanPackage, file: IncidentFile, entry: ResponseEntryRow): [string, string][] {
  const row = file.entries.find(({ entryId }) => entryId === entry.entryId);
  const told = (row?.payload ?? {}) as Partial<IncidentEventPayload<'ResponseStarted'>>;
  const basis = [basisText(plan, entry.basis), entry.reason ?? ''].filter((text) => text !== '').join('\n');
  const hours = told.expectedHours ?? null;
  const conditions = (row?.payload as { conditions?: Record<string, true> } | undefined)?.conditions;
  const sections: [string, string][] = [
    [entry.kind === 'terminated' ? '终止理由' : `${ACTS[entry.kind]}依据`, basis],
    ['终止条件', entry.kind === 'terminated' && conditions ? conditionsText(plan, conditions) : ''],
    ['响应事项', told.matter ?? ''],
    ['应急处置措施', told.measures ?? ''],
    ['预计期限', hours === null ? '' : `${hours}小时。`],
  ];
  return sections.filter(([, text]) => text !== '');
}

const conditionsText = (plan: PlanPackage, conditions: Readonly<Record<string, true>>): string =>
  plan.termination.conditions
    .filter(({ id }) => conditions[id])
    .map(({ label }) => `${label}，已确认。`)
    .join('\n');

/** 遇难3人（4.3.2(1)）；泄漏（4.3.1(2)）。 */
export function basisText(plan: PlanPackage, basis: Basis): string {
  const said = basis.map(({ subject, value, clause }) => {
    switch (subject.kind) {
      case 'figure': {
        const figure = plan.figures.find(({ id }) => id === subject.id);
        return `${figure?.label ?? subject.id}${value ?? ''}${figure?.unit ?? ''}（${clause}）`;
      }
      case 'condition':
        return `${labelIn(plan.conditions, subject.id)}（${clause}）`;
      case 'duration':
        return `${labelIn(plan.durations, subject.id)}${Math.floor((value ?? 0) * 10) / 10}小时（${clause}）`;
    }
  });
  return said.length === 0 ? '' : `${[...new Set(said)].join('；')}。`;
}

function notesOf(
  plan: PlanPackage,
  { signatures }: ResponseFile,
  { entryId, decision, approval }: ResponseEntryRow,
): string[] {
  const given = (words: string, by: ResponseDecision, part: 'decision' | 'approval'): string => {
    const told = `${words}：${whoText(plan, by)}，${timeText(by.at, plan.timeZone)}${MEANS[by.means]}`;
    const signed = signatures.find((row) => row.of === entryId && row.part === part)?.signed;
    if (by.means !== 'phone') return `${told}。`;
    if (signed === undefined || signed === null) return `${told}，待补签。`;
    return `${told}，${signed.by}于${timeText({ at: signed.at, precision: 'minute' }, plan.timeZone)}补签。`;
  };
  return [...(approval === null ? [] : [given('批准', approval, 'approval')]), given('决定', decision, 'decision')];
}
