/**
 * A warning as CAP 1.2: one message for the issue, each change and the release, each naming those before it. `sent` and
 * every other instant are in the plan's zone with whole seconds. How levels and times are mapped is in
 * docs/ARCHITECTURE.md; a message of a drill has the status Exercise.
 */
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { Warnings } from '#shared/plan/warningSection.ts';
import { zonedParts } from '../report/zonedParts.ts';
import { warningLevelOf } from './authority.ts';
import { areaText } from './content.ts';
import { authorityName, kindName, levelName, messageText } from './texts.ts';
import type { WarningState, WarningVersion } from './warning.ts';

export type CapContext = { plan: PlanPackage; warnings: Warnings; isDrill: boolean };
/** `of`: the version's number; null for the release. */
export type CapMessage = { of: number | null; identifier: string; xml: string };

type CapWarning = Pick<WarningState, 'warningId' | 'title' | 'versions' | 'released'>;
type Sent = { identifier: string; sender: string; sent: string };

const NAMESPACE = 'urn:oasis:names:tc:emergency:cap:1.2';
const HOUR_MS = 3_600_000;

/** Every message of the warning, oldest first. */
export function capMessages(context: CapContext, warning: CapWarning): CapMessage[] {
  const earlier: Sent[] = [];
  const messages = warning.versions.map((version): CapMessage => {
    const head = headOf(context, warning, `v${version.version}`, version.issuer.at.at);
    const xml = document(context, head, earlier.length === 0 ? 'Alert' : 'Update', earlier, [
      ...element('note', version.reason),
      infoOf(context, warning, version),
    ]);
    earlier.push(head);
    return { of: version.version, identifier: head.identifier, xml };
  });
  const last = warning.versions.at(-1);
  const { released } = warning;
  if (last === undefined || released === null) return messages;
  const head = headOf(context, warning, 'end', released.decision.at.at);
  const xml = document(context, head, 'Cancel', earlier, [
    ...element('note', released.reason),
    releaseInfoOf(context, warning, last, released.reason),
  ]);
  return [...messages, { of: null, identifier: head.identifier, xml }];
}

/** Neither spaces nor commas nor signs of markup are allowed in these: ids have none. */
function headOf({ plan }: CapContext, { warningId }: CapWarning, part: string, at: number): Sent {
  const sender = plan.id;
  return { identifier: `${plan.id}.${warningId}.${part}`, sender, sent: capTime(at, plan.timeZone) };
}

function document(
  { isDrill }: CapContext,
  { identifier, sender, sent }: Sent,
  msgType: 'Alert' | 'Update' | 'Cancel',
  earlier: readonly Sent[],
  rest: readonly string[],
): string {
  const references = earlier.map((each) => `${each.sender},${each.identifier},${each.sent}`).join(' ');
  // The schema wants this order; the note stands before the references, the info after them.
  const note = rest.filter((part) => part.startsWith('<note>'));
  const info = rest.filter((part) => !part.startsWith('<note>'));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<alert xmlns="${NAMESPACE}">`,
    ...element('identifier', identifier),
    ...element('sender', sender),
    ...element('sent', sent),
    ...element('status', isDrill ? 'Exercise' : 'Actual'),
    ...element('msgType', msgType),
    ...element('scope', 'Public'),
    ...note,
    ...(references === '' ? [] : element('references', references)),
    ...info,
    '</alert>',
    '',
  ].join('\n');
}

function infoOf(context: CapContext, warning: CapWarning, version: WarningVersion): string {
  const { plan, warnings } = context;
  const { content, issuer } = version;
  const level = warningLevelOf(warnings, version.level);
  const zone = plan.timeZone;
  return info(context, version, {
    responseType: 'Prepare',
    urgency: urgencyOf(content.starts?.at ?? issuer.at.at, issuer.at.at),
    severity: level?.cap.severity ?? 'Unknown',
    certainty: level?.cap.certainty ?? 'Unknown',
    effective: capTime(issuer.at.at, zone),
    onset: content.starts === null ? null : capTime(content.starts.at, zone),
    expires: content.ends === null ? null : capTime(content.ends.at, zone),
    headline: `${authorityName(warnings, version.inNameOf)}发布${levelName(warnings, version.level)}：${warning.title}`,
    description: [messageText(plan, warnings, version), content.impact ?? ''].filter((text) => text !== '').join('\n'),
    instruction: [content.cautions ?? '', content.measures ?? ''].filter((text) => text !== '').join('\n'),
  });
}

function releaseInfoOf(context: CapContext, warning: CapWarning, version: WarningVersion, reason: string): string {
  const { warnings } = context;
  return info(context, version, {
    responseType: 'AllClear',
    urgency: 'Past',
    severity: 'Minor',
    certainty: 'Unlikely',
    effective: null,
    onset: null,
    expires: null,
    headline: `${authorityName(warnings, version.inNameOf)}解除${levelName(warnings, version.level)}：${warning.title}`,
    description: reason,
    instruction: '',
  });
}

type Info = Record<'responseType' | 'urgency' | 'severity' | 'certainty' | 'headline' | 'description', string> & {
  effective: string | null;
  onset: string | null;
  expires: string | null;
  instruction: string;
};

function info({ warnings }: CapContext, version: WarningVersion, said: Info): string {
  const { content } = version;
  const kind = warnings.kinds.find(({ id }) => id === content.kind);
  const level = warningLevelOf(warnings, version.level);
  const where = areaText(content);
  return [
    '<info>',
    ...element('language', 'zh-CN'),
    ...element('category', kind?.cap ?? 'Other'),
    ...element('event', kindName(warnings, content.kind) || levelName(warnings, version.level)),
    ...element('responseType', said.responseType),
    ...element('urgency', said.urgency),
    ...element('severity', said.severity),
    ...element('certainty', said.certainty),
    ...element('effective', said.effective),
    ...element('onset', said.onset),
    ...element('expires', said.expires),
    ...element('senderName', authorityName(warnings, version.inNameOf)),
    ...element('headline', said.headline),
    ...element('description', said.description),
    ...element('instruction', said.instruction),
    '<parameter>',
    ...element('valueName', 'level'),
    ...element('value', level?.colour ?? version.level),
    '</parameter>',
    '<area>',
    ...element('areaDesc', where === '' ? authorityName(warnings, version.inNameOf) : where),
    '</area>',
    '</info>',
  ].join('\n');
}

/** Begun: at once · within the hour: soon · later: in the future. */
export function urgencyOf(startsAt: number, sentAt: number): 'Immediate' | 'Expected' | 'Future' {
  if (startsAt <= sentAt) return 'Immediate';
  return startsAt - sentAt <= HOUR_MS ? 'Expected' : 'Future';
}

const element = (name: string, text: string | null): string[] =>
  text === null || text === '' ? [] : [`<${name}>${escaped(text)}</${name}>`];

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** What XML 1.0 has no place for, halves of a character included. */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const escaped = (text: string): string => text.replace(NOT_XML, '').replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);

/** `2026-07-05T20:34:00+08:00` */
export function capTime(at: number, timeZone: string): string {
  const second = Math.floor(at / 1000) * 1000;
  const part = zonedParts(second, timeZone);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  const offset = Math.round((local - second) / 60_000);
  const two = (n: number) => String(n).padStart(2, '0');
  const size = Math.abs(offset);
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return new Date(local).toISOString().slice(0, 19) + zone;
}
