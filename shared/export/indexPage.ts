/**
 * The export's readable page: facts, levels, reports, the log and what else is there. It stands alone: no script, nothing
 * fetched, printable; whatever was typed is text and never markup.
 */

import { STATE_WORDS } from '#shared/domain/papers/obligationWords.ts';
import { levelText } from '#shared/domain/report/elementTexts.ts';
import { clockText, dateText, timeText } from '#shared/domain/report/timeText.ts';
import { detailText, figureText, gradeText, labelIn, natureText, whenText } from '#shared/domain/report/words.ts';
import { type ExportFacts, wordsOf } from './facts.ts';
import { type ExportedAttachment, LOG_FILE, MANIFEST_FILE, PLAN_FILE, SEAL_FILE } from './format.ts';

export type PageFile = { name: string; title: string };

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const esc = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
const multiline = (text: string): string => esc(text).replace(/\n/g, '<br>');

const STYLE = `
:root { color-scheme: light; }
body { margin: 0 auto; padding: 24px; max-width: 1080px; color: #1a1d21; background: #fff;
  font: 15px/1.6 "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", "Source Han Sans SC", sans-serif; }
h1 { font-size: 24px; line-height: 1.3; margin: 0 0 4px; }
h2 { font-size: 17px; margin: 32px 0 8px; padding-bottom: 4px; border-bottom: 2px solid #1a1d21; break-after: avoid; }
p { margin: 4px 0; }
.drill { margin: 0 0 16px; padding: 8px; border: 3px solid #b3261e; color: #b3261e; font-size: 20px; font-weight: 700;
  letter-spacing: 0.5em; text-align: center; }
.quiet { color: #565c64; font-size: 13px; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 5px 8px; border: 1px solid #c3c7cc; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #f0f2f4; font-weight: 600; white-space: nowrap; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
.time { white-space: nowrap; }
.who { display: inline-block; min-width: 8em; }
.struck { text-decoration: line-through; color: #565c64; }
code { font-family: "Noto Sans Mono CJK SC", Consolas, monospace; font-size: 12px; overflow-wrap: anywhere; }
a { color: #0b57a4; }
@page { size: A4; margin: 15mm; }
@media print { body { padding: 0; max-width: none; font-size: 12px; } a { color: inherit; text-decoration: none; } }
`;

export function indexPage(
  facts: ExportFacts,
  documents: readonly PageFile[],
  attachments: readonly ExportedAttachment[],
): string {
  const { plan, file, isDrill, exportedAt, exportedBy } = facts;
  const mark = isDrill ? '<p class="drill">演练</p>' : '';
  const when = `${dateText(exportedAt, plan.timeZone)} ${clockText(exportedAt, plan.timeZone)}`;
  const by = `${labelIn(plan.posts, exportedBy.post) ?? ''} ${exportedBy.name}`.trim();
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${isDrill ? '演练 ' : ''}${esc(file.title)}</title>
<style>${STYLE}</style>
</head>
<body>
${mark}
<h1>${esc(file.title)}</h1>
<p class="quiet">事件档案　导出 ${esc(when)}　${esc(by)}</p>
${section('事实', form(factRows(facts)))}
${section('响应', levels(facts))}
${section('报告', reports(facts))}
${section('时限', clocks(facts))}
${section('公文与记录', files(documents))}
${section('附件', attached(facts, attachments))}
${section('值班日志', log(facts))}
${section('核验', proof(facts))}
${mark}
</body>
</html>
`;
}

const section = (title: string, body: string): string => `<section>\n<h2>${title}</h2>\n${body}\n</section>`;
const none = (text: string): string => `<p class="quiet">${text}</p>`;
const form = (rows: readonly (readonly [string, string])[]): string =>
  `<table><tbody>\n${rows.map(([name, text]) => `<tr><th scope="row">${esc(name)}</th><td>${multiline(text)}</td></tr>`).join('\n')}\n</tbody></table>`;

function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = headers.map((header) => `<th scope="col">${esc(header)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`;
}

function factRows({ plan, file }: ExportFacts): [string, string][] {
  const { times } = file.assessment;
  const row = (name: string, text: string | null): [string, string][] => (text === null ? [] : [[name, text]]);
  return [
    ...row('发生', whenText(plan, file)),
    ...row('接报', timeText(times.received, plan.timeZone)),
    ...row('等级', gradeText(plan, file)),
    ...row('情况', natureText(plan, file)),
    ...plan.details.flatMap((detail) => row(detail.label, detailText(plan, file, detail))),
    ...plan.figures.flatMap(({ id, label }) => row(label, figureText(plan, file, id))),
  ];
}

function levels({ plan, response }: ExportFacts): string {
  if (response.history.length === 0) return none('未启动应急响应');
  return `<ul>\n${response.history.map((entry) => `<li>${esc(levelText(plan, entry))}</li>`).join('\n')}\n</ul>`;
}

const FORMS: Readonly<Record<string, string>> = { phone: '电话', written: '书面' };

function reports({ plan, file }: ExportFacts): string {
  if (file.reports.length === 0) return none('没有报告');
  const rows = file.reports.map(({ sent, kind, form: how, recipients, sender, actor, receiver, struck }) => {
    const cells = [
      timeText(sent, plan.timeZone),
      `${labelIn(plan.reportKinds, kind) ?? ''} ${FORMS[how] ?? how}`,
      recipients.map((id) => labelIn(plan.units, id)).join('、'),
      sender ?? actor.name,
      receiver ?? '',
    ].map(esc);
    return struck ? cells.map((cell) => `<span class="struck">${cell}</span>`) : cells;
  });
  return table(['报出', '报告', '对象', '报告人', '接收人'], rows);
}

function clocks({ plan, file }: ExportFacts): string {
  const { obligations } = file.assessment;
  if (obligations.length === 0) return none('没有时限');
  const instant = (at: number | null) => (at === null ? '' : timeText({ at, precision: 'minute' }, plan.timeZone));
  return table(
    ['事项', '对象', '时限', '报出', '结果'],
    obligations.map(({ rule, clause, to, dueAt, fulfilledAt, state }) =>
      [
        `${labelIn(plan.reportingRules, rule) ?? rule}（${clause}）`,
        labelIn(plan.units, to) ?? '',
        instant(dueAt),
        instant(fulfilledAt),
        STATE_WORDS[state],
      ].map(esc),
    ),
  );
}

const link = (name: string, title: string): string =>
  `<a href="${name.split('/').map(encodeURIComponent).join('/')}">${esc(title)}</a>`;

const files = (documents: readonly PageFile[]): string =>
  `<ol>\n${documents.map(({ name, title }) => `<li>${link(name, title)}</li>`).join('\n')}\n</ol>`;

const NOT_HERE: Readonly<Record<Exclude<ExportedAttachment['state'], 'whole'>, string>> = {
  missing: '导出时原件已缺失',
  changed: '导出时原件已与记录不符，未附',
  redacted: '已依法遮蔽，未附',
};

/** As they were attached; one file may belong to several things. */
function attached({ plan, file }: ExportFacts, attachments: readonly ExportedAttachment[]): string {
  if (attachments.length === 0) return none('没有附件');
  const rows = attachments.map(({ sha256, bytes, name, state, file: there }) => {
    const uses = file.attachments.filter((row) => row.file.sha256 === sha256);
    const when = uses.map(({ recordedAt, actor, struck }) => {
      const line = `${dateText(recordedAt, plan.timeZone)} ${clockText(recordedAt, plan.timeZone)} ${actor.name}`;
      return struck ? `<span class="struck">${esc(line)}</span>` : esc(line);
    });
    const named = there === null ? esc(name) : link(there, name);
    const missing = state === 'whole' ? '' : `<br><strong>${NOT_HERE[state]}</strong>`;
    return [`${named}${missing}`, String(bytes), `<code>${sha256}</code>`, when.join('<br>')];
  });
  return table(['名称', '字节', 'SHA-256', '附上'], rows);
}

function log(facts: ExportFacts): string {
  const { plan, file } = facts;
  const rows = file.entries.map((row) => {
    const words = `<span${row.struck === null ? '' : ' class="struck"'}>${multiline(wordsOf(facts, row))}</span>`;
    const struck = row.struck === null ? '' : `<br>已划去：${esc(row.struck.reason)}`;
    return [
      String(row.position),
      `<span class="time">${esc(dateText(row.recordedAt, plan.timeZone))}<br>${clockText(row.recordedAt, plan.timeZone)}</span>`,
      `${words}${struck}`,
      `<span class="who">${esc(labelIn(plan.posts, row.actor.post) ?? '')}<br>${esc(row.actor.name)}</span>`,
    ];
  });
  return table(['序号', '时间', '内容', '记录人'], rows);
}

function proof({ head, plan, planHash, appVersion, engineVersion, isRecorded }: ExportFacts): string {
  const code = (text: string) => `<code>${esc(text)}</code>`;
  const rows = [
    ['日志', `链 ${code(head.chainId)}，至第${head.position}条，校验 ${code(head.hash)}`],
    ['预案', `${esc(plan.title)}（${esc(plan.documentNumber)}）${code(planHash)}`],
    ['程序', `${esc(appVersion)}，规则引擎 ${esc(engineVersion)}`],
    ['文件', [LOG_FILE, PLAN_FILE, MANIFEST_FILE, SEAL_FILE].map((name) => link(name, name)).join('　')],
  ];
  const known = isRecorded ? '清单的校验值另记入值守台日志，整套替换时可据以发现。' : '';
  const body = rows.map(([name, cell]) => `<tr><th scope="row">${name}</th><td>${cell}</td></tr>`).join('\n');
  return `<table><tbody>\n${body}\n</tbody></table>
<p class="quiet">本页供阅读；可核验的是日志文件。值守台程序目录中运行 ${code('npm run --silent verify -- 本文件夹')}，逐条重算校验链并核对每个文件。${known}</p>`;
}
