/**
 * 预警通知, one page: of the issue, of each change with what is other than before, and of the release. Everything the plan
 * requires stands in its table by the plan's own labels [plan 3.4.2, 3.4.4; ERL 63, 64, 70].
 */
import type { Block, LogHead, OfficialDocument } from '#shared/documents/document.ts';
import { widthInCharacters } from '#shared/documents/layout.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { WarningField, Warnings } from '#shared/plan/warningSection.ts';
import type { ResponseDecision } from '../parts.ts';
import { dateText, timeText, yearOf } from '../report/timeText.ts';
import { labelIn } from '../report/words.ts';
import type { Timed } from '../values.ts';
import { areaText } from '../warning/content.ts';
import type { ChangedPart, NoticeIssue } from '../warning/events.ts';
import { speaksFor } from '../warning/notice.ts';
import { authorityName, kindName, levelName, type WarningText } from '../warning/texts.ts';
import type { WarningFile, WarningVersionRow } from '../warningRows.ts';
import { columns, type PaperContext } from './paper.ts';

/** A version's number, or the release. */
export type NoticeOf = number | 'release';
export const noticesOfWarning = ({ versions, released }: Pick<WarningFile, 'versions' | 'released'>): NoticeOf[] => [
  ...versions.map(({ version }) => version),
  ...(released === null ? [] : (['release'] as const)),
];

/** What stands to be issued: as it would go out now, without number and signature. */
export type NoticeDraft = {
  text: WarningText;
  /** null: the first. */
  before: WarningVersionRow | null;
  /** The next version's, with what it changes. */
  version: Pick<WarningVersionRow, 'version' | 'difference' | 'reason'> | null;
  approval: ResponseDecision | null;
};

type Facts = Pick<WarningFile, 'versions' | 'released'> & { recipientRows: readonly { name: string }[] };
type Signed = { post: string; name: string; at: Timed };
type Row = readonly [label: string, text: string];

/** null where there is no such version, or no release. */
export function warningNotice(context: PaperContext, file: Facts, of: NoticeOf): OfficialDocument | null {
  const { warnings } = context.plan;
  if (warnings === undefined) return null;
  if (of === 'release') return releaseNotice(context, warnings, file);
  const at = file.versions.findIndex(({ version }) => version === of);
  const version = file.versions[at];
  if (version === undefined) return null;
  const before = file.versions[at - 1] ?? null;
  return textNotice(context, warnings, addresseeOf(file), {
    text: version,
    before,
    version,
    signed: version.issuer,
    approval: version.approval,
    issue: version.notice,
    head: version.notice?.head ?? null,
  });
}

export function warningNoticeDraft(
  context: PaperContext,
  file: Pick<Facts, 'recipientRows'>,
  draft: NoticeDraft,
): OfficialDocument | null {
  const { warnings } = context.plan;
  if (warnings === undefined) return null;
  const parts = { ...draft, signed: null, issue: undefined, head: context.head };
  return textNotice(context, warnings, addresseeOf(file), parts);
}

type TextNotice = Omit<NoticeDraft, 'version'> & {
  version: NoticeDraft['version'];
  signed: Signed | null;
  issue: NoticeIssue | undefined;
  head: LogHead | null;
};

function textNotice(
  context: PaperContext,
  warnings: Warnings,
  addressee: string,
  { text, before, version, signed, approval, issue, head }: TextNotice,
): OfficialDocument {
  const { plan } = context;
  const { content } = text;
  const issuedAt = signed?.at ?? null;
  const name = `${kindName(warnings, content.kind)}${levelName(warnings, text.level)}`;
  const label = labelsOf(warnings);
  const when = (at: Timed | null): string => (at === null ? '' : nearTime(plan, at, issuedAt?.at ?? context.at));
  const short: Row[] = [
    [label('level'), levelWords(warnings, text.level)],
    [label('kind'), kindName(warnings, content.kind)],
    [label('startsAt'), when(content.starts)],
    ['预计结束时间', when(content.ends)],
    [label('authority'), authorityName(warnings, text.inNameOf)],
    [label('issuedAt'), when(issuedAt)],
    [label('signedBy'), signed === null ? '' : whoText(plan, signed)],
    ['批准', approval === null ? '' : `${whoText(plan, approval)}（${MEANS[approval.means]}）`],
  ];
  const long: Row[] = [
    ['版本', versionWords(context, warnings, version?.version ?? 1, before)],
    [label('area'), areaText(content)],
    [label('impact'), content.impact ?? ''],
    [label('cautions'), content.cautions ?? ''],
    [label('measures'), content.measures ?? ''],
    ...changeRows(version),
  ];
  return notice(context, warnings, {
    title: `关于${actOf(warnings, name, text, before)}的通知`,
    addressee,
    opening: before === null ? `经研判，现发布${name}。` : '对预警作如下变更，以本版为准。',
    tables: [pairs(short), rows(long)],
    inNameOf: text.inNameOf,
    signed,
    issue,
    head,
  });
}

function releaseNotice(
  context: PaperContext,
  warnings: Warnings,
  { versions, released, recipientRows }: Facts,
): OfficialDocument | null {
  const last = versions.at(-1);
  if (released === null || last === undefined) return null;
  const { plan } = context;
  const { decision, reason, notice: issue } = released;
  const { content, level, inNameOf } = last;
  const label = labelsOf(warnings);
  const name = `${kindName(warnings, content.kind)}${levelName(warnings, level)}`;
  const when = (at: Timed): string => nearTime(plan, at, decision.at.at);
  const course = versions.map(
    ({ version, issuer, level: of, notice: at }) =>
      `第${version}版：${when(issuer.at)}，${levelName(warnings, of)}${at?.number ? `，${at.number}` : ''}`,
  );
  return notice(context, warnings, {
    title: `关于解除${name}的通知`,
    addressee: addresseeOf({ recipientRows }),
    opening: `自${timeText(decision.at, plan.timeZone)}起解除${name}。`,
    tables: [
      pairs([
        [label('level'), levelWords(warnings, level)],
        [label('kind'), kindName(warnings, content.kind)],
        [label('authority'), authorityName(warnings, inNameOf)],
        ['解除时间', when(decision.at)],
        ['签发', `${whoText(plan, decision)}（${MEANS[decision.means]}）`],
        ['版本', `共${versions.length}版`],
      ]),
      rows([
        [label('area'), areaText(content)],
        ['解除理由', reason],
        ['发布经过', course.join('\n')],
      ]),
    ],
    inNameOf,
    signed: decision,
    issue,
    head: issue?.head ?? null,
  });
}

type Notice = {
  title: string;
  addressee: string;
  opening: string;
  tables: readonly Block[];
  inNameOf: string;
  signed: Signed | null;
  issue: NoticeIssue | undefined;
  head: LogHead | null;
};

function notice(context: PaperContext, warnings: Warnings, made: Notice): OfficialDocument {
  const { plan, papers, isDrill, at } = context;
  const { title, addressee, opening, tables, inNameOf, signed, issue, head } = made;
  const authority = authorityName(warnings, inNameOf);
  const isOwn = speaksFor(plan, warnings, inNameOf);
  const masthead = signed === null && isOwn ? papers.masthead : (issue?.masthead ?? null);
  return {
    form: 'sheet',
    masthead: masthead ?? authority,
    number: issue?.number ?? null,
    signedOff: signed?.name ?? null,
    title,
    addressee,
    blocks: [{ kind: 'paragraph', text: opening }, ...tables],
    closing: { unit: authority, date: dateText(signed?.at.at ?? at, plan.timeZone) },
    // Who approved and who signed stand in the table.
    notes: [],
    copies: signed === null && isOwn ? papers.copies : (issue?.copies ?? []),
    head,
    isDrill,
  };
}

/** 发布…, 将…调整为…, 变更… */
function actOf(warnings: Warnings, name: string, text: WarningText, before: WarningVersionRow | null): string {
  if (before === null) return `发布${name}`;
  if (before.level === text.level) return `变更${name}`;
  return `将${levelName(warnings, before.level)}调整为${levelName(warnings, text.level)}`;
}

/** 第2版，代替11月22日3时10分第1版（橙色预警，某办〔2013〕7号） */
function versionWords({ plan }: PaperContext, warnings: Warnings, n: number, before: WarningVersionRow | null): string {
  if (before === null) return `第${n}版`;
  const { issuer, version, level, notice: issued } = before;
  const number = issued?.number ? `，${issued.number}` : '';
  const was = `${timeText(issuer.at, plan.timeZone)}第${version}版（${levelName(warnings, level)}${number}）`;
  return `第${n}版，代替${was}`;
}

/** Long texts stand in the table as they are now; that they are other is said, not repeated. */
const LONG_PARTS: readonly ChangedPart[] = ['impact', 'cautions', 'measures', 'message'];
const PART_WORDS: Readonly<Record<ChangedPart, string>> = {
  level: '级别',
  area: '区域',
  place: '场所',
  kind: '险情类别',
  startsAt: '起始时间',
  endsAt: '预计结束时间',
  impact: '可能影响范围',
  cautions: '警示事项',
  measures: '应对措施',
  message: '短信文本',
};

function changeRows(version: NoticeDraft['version']): Row[] {
  if (version === null || version.difference.length === 0) return [];
  const { difference, reason } = version;
  const said = difference.filter(({ part }) => !LONG_PARTS.includes(part));
  const renewed = difference.filter(({ part }) => LONG_PARTS.includes(part)).map(({ part }) => PART_WORDS[part]);
  const lines = said.map(
    ({ part, before, after }) =>
      `${PART_WORDS[part]}：${before === '' ? '无' : before} → ${after === '' ? '无' : after}`,
  );
  const words = renewed.length === 0 ? [] : [`${renewed.join('、')}：已更新`];
  return [
    ['变更内容', [...lines, ...words].join('\n')],
    ['变更理由', reason ?? ''],
  ];
}

const DEFAULT_LABELS: Readonly<Record<WarningField, string>> = {
  area: '预警区域或场所',
  kind: '险情类别',
  level: '预警级别',
  startsAt: '预警期起始时间',
  impact: '可能影响范围',
  cautions: '警示事项',
  measures: '应对措施',
  authority: '发布机关',
  issuedAt: '发布时间',
  signedBy: '签发人',
};

const labelsOf =
  ({ required }: Warnings) =>
  (field: WarningField): string =>
    required.find((each) => each.field === field)?.label ?? DEFAULT_LABELS[field];

/** 橙色（二级） */
function levelWords(warnings: Warnings, id: string): string {
  const level = warnings.levels.find((each) => each.id === id);
  return level === undefined ? id : `${level.label}（${level.sign}）`;
}

const whoText = (plan: PlanPackage, { post, name }: Pick<Signed, 'post' | 'name'>): string =>
  `${labelIn(plan.posts, post) ?? ''}${name}`;

const MEANS = { inPerson: '当面', phone: '电话', written: '书面' } as const;

/** The year only where it is another than the paper's. */
function nearTime({ timeZone }: PlanPackage, time: Timed, paperAt: number): string {
  const year = yearOf(time.at, timeZone);
  return `${year === yearOf(paperAt, timeZone) ? '' : `${year}年`}${timeText(time, timeZone)}`;
}

/** Of the text's width: the longest label is seven characters. */
const LABEL = 21;
const REST = 79;

/** Two of them beside each other; what is not known is left out. */
function pairs(list: readonly Row[]): Block {
  const known = list.filter(([, text]) => text !== '');
  const lines = Array.from({ length: Math.ceil(known.length / 2) }, (_, n) => {
    const [[leftLabel, left], [rightLabel, right]] = [known[2 * n] ?? EMPTY, known[2 * n + 1] ?? EMPTY];
    return [leftLabel, left, rightLabel, right];
  });
  const half = 50 - LABEL;
  return { kind: 'table', columns: columns(['', LABEL], ['', half], ['', LABEL], ['', half]), rows: lines };
}
const EMPTY: Row = ['', ''];

const rows = (list: readonly Row[]): Block => ({
  kind: 'table',
  columns: columns(['', LABEL], ['', REST]),
  rows: list.filter(([, text]) => text !== '').map(([label, text]) => [label, text]),
});

const ONE_LINE = 27;

/** By name while they stand on one line. */
function addresseeOf({ recipientRows }: Pick<Facts, 'recipientRows'>): string {
  const names = `${recipientRows.map(({ name }) => name).join('、')}：`;
  return recipientRows.length === 0 || widthInCharacters(names) > ONE_LINE ? '各有关单位：' : names;
}
