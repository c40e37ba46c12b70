/**
 * 签发: the words as they were signed, with what the board showed and where the log stood. 续报 are numbered one after
 * another and 发文字号 run on through the year, both without gaps: a new version of a paper keeps the numbers of the old.
 */
import type { Timed } from '#shared/plan/facts.ts';
import { deskError, unknownItem } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { type NumberGiven, nextDocumentNumber } from '../desk/nextDocumentNumber.ts';
import type { DeskError } from '../errors.ts';
import { futureTimes } from '../questions.ts';
import { EVALUATION_KIND, INSTRUCTION_KIND, type IncidentEventType, type Issue, NOTICE_KIND } from './events.ts';
import { type IncidentEntry, isEntry } from './incident.ts';
import { assessNow, decided, incidentEvent, nowTimed, onIncident, type Subject, shownOf } from './onIncident.ts';
import { standing } from './status.ts';

type Signed = IncidentEntry<'DocumentSigned'>;

export function signDocument(command: CommandOf<'SignDocument'>, context: DecisionContext): Decision {
  const { documentId, kind, content, signedOffBy, signOff, noticeOf } = command;
  return onIncident(command, context, 'afterClosing', (subject) => {
    const unknown = unknownKind(command, subject);
    if (unknown !== null) return rejected(unknown);
    const signed = subject.state.entries.filter((entry): entry is Signed => isEntry(entry, 'DocumentSigned'));
    if (signed.some(({ payload }) => payload.documentId === documentId))
      return rejected(deskError('idTaken', { field: 'documentId', id: documentId }));
    const ofKind = signed.filter(({ payload }) => payload.kind === kind && payload.noticeOf === noticeOf);
    const revised = revisedBy(command, ofKind, subject);
    if (revised === undefined) return rejected(deskError('unknownDocument', { field: 'revises', id: command.revises }));
    const ordinal = revised === null ? highestOrdinal(ofKind) + 1 : ordinalOf(revised);
    if (command.ordinal !== undefined && command.ordinal !== ordinal)
      return rejected(deskError('ordinalTaken', { field: 'ordinal', n: command.ordinal, next: ordinal }));
    const numbered = numberFor(command, revised, subject, context);
    const issue: Issue = {
      ordinal,
      version: revised === null ? 1 : versionOf(revised) + 1,
      revises: revised?.payload.documentId ?? null,
      number: numbered.number,
      masthead: context.desk.papers.masthead,
      copies: [...context.desk.papers.copies],
      post: signOff?.post ?? null,
      means: signOff?.means ?? 'written',
      at: signOff?.at ?? nowTimed(context),
      head: context.logHead,
    };
    const shown = shownOf(assessNow(subject, context), subject.pin, context);
    const event = incidentEvent(command, 'DocumentSigned', {
      documentId,
      kind,
      content,
      signedOffBy,
      shown,
      issue,
      ...(noticeOf !== undefined && { noticeOf }),
    });
    return decided([event, ...numbered.events], futureTimes(givenAt(signOff?.at), context.now));
  });
}

/**
 * A notice tells of a decision on the response that stands, a sheet is about a 批示 that stands, the evaluation about the
 * whole; anything else is a report of the plan's.
 */
function unknownKind({ kind, noticeOf }: CommandOf<'SignDocument'>, { plan, state }: Subject): DeskError | null {
  if (noticeOf === undefined) return unknownItem('kind', kind, [...plan.reportKinds, { id: EVALUATION_KIND }]);
  const about = kind === NOTICE_KIND || kind === INSTRUCTION_KIND ? ABOUT[kind] : null;
  if (about === null)
    return unknownItem(
      'kind',
      kind,
      Object.keys(ABOUT).map((id) => ({ id })),
    );
  const stands = about.flatMap((type) => standing(state, type)).some(({ entryId }) => entryId === noticeOf);
  return stands ? null : deskError('unknownEntry', { field: 'noticeOf', id: noticeOf });
}
const ABOUT = {
  [NOTICE_KIND]: ['ResponseStarted', 'ResponseAdjusted', 'ResponseTerminated'],
  [INSTRUCTION_KIND]: ['InstructionRecorded'],
} as const satisfies Record<string, readonly IncidentEventType[]>;

const givenAt = (at: Timed | undefined) => (at === undefined ? {} : { signedAt: at });

/**
 * The paper this is a new version of; null where it is a new one, undefined where the named one is not there. Only 续报
 * come one after another: a second 首报 or 终报 is always a new version of the first.
 */
function revisedBy(
  { revises, kind }: CommandOf<'SignDocument'>,
  ofKind: readonly Signed[],
  { plan }: Subject,
): Signed | null | undefined {
  if (revises !== undefined) return ofKind.findLast(({ payload }) => payload.documentId === revises);
  return kind === plan.reportRoles.followUp ? null : (ofKind.at(-1) ?? null);
}

/** Papers signed before they were numbered count by their order. */
const highestOrdinal = (ofKind: readonly Signed[]): number =>
  ofKind.reduce((highest, { payload }) => Math.max(highest, payload.issue?.ordinal ?? highest + 1), 0);
const ordinalOf = ({ payload }: Signed): number => payload.issue?.ordinal ?? 1;
const versionOf = ({ payload }: Signed): number => payload.issue?.version ?? 1;

function numberFor(
  { incidentId, documentId }: CommandOf<'SignDocument'>,
  revised: Signed | null,
  { plan }: Subject,
  { desk, now }: DecisionContext,
): NumberGiven {
  const kept = revised?.payload.issue?.number ?? null;
  if (kept !== null) return { number: kept, events: [] };
  return nextDocumentNumber({ desk, now }, plan.timeZone, { incidentId, documentId });
}
