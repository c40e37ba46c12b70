/**
 * The warning's fold: assessed, reported, approved, issued, changed version by version, told to others, acted on, and ended
 * by release or by turning into an incident [plan 3.3, 3.4]. After its end nothing changes it.
 */

import { type WarnedFile, warnedFile } from '../attachment/attachment.ts';
import { isCallTreeEvent } from '../callTree/events.ts';
import type { ResponseDecision, StoredUnit } from '../parts.ts';
import type { Actor, PlanPin, RecordedEvent, StreamId } from '../recorded.ts';
import type { Timed } from '../values.ts';
import type { SendMeans } from './commands.ts';
import type { NoticeIssue, StoredRecipient, WarningEventPayload, WarningEventType } from './events.ts';

/** dismissed: assessed and not warned of · watch: kept in view · issued: in force. */
export const warningStages = [
  'dismissed',
  'watch',
  'proposed',
  'reported',
  'approved',
  'issued',
  'released',
  'converted',
] as const;
export type WarningStage = (typeof warningStages)[number];

type Written = { entryId: string; recordedAt: number; actor: Actor };

export type Assessment = Omit<WarningEventPayload<'WarningAssessed'>, 'warningId' | 'title' | 'plan'> & Written;
export type WarningReport = Omit<WarningEventPayload<'WarningReported'>, 'warningId' | 'title'> & Written;
export type WarningApproval = Omit<WarningEventPayload<'WarningApproved'>, 'warningId' | 'title'> & Written;
export type WarningVersion = Omit<WarningEventPayload<'WarningChanged'>, 'warningId' | 'reason' | 'changed'> &
  Written & {
    /** null: of the first. */
    reason: string | null;
    changed: WarningEventPayload<'WarningChanged'>['changed'];
    /** Acknowledgement is asked for anew: the first, and every change of the level. */
    isIssue: boolean;
  };

export type RecipientState = StoredRecipient & {
  sent: { version: number; means: SendMeans; at: Timed; entryId: string }[];
  acknowledged: { version: number; person: string; at: Timed; entryId: string }[];
};

export type ActionMark = Written & {
  state: 'done' | 'notApplicable' | 'assigned' | 'open';
  note: string | null;
  to: StoredUnit | null;
  dueAt: number | null;
  at: number;
};

export type WarningRelease = {
  decision: ResponseDecision;
  reason: string;
  recordedAt: number;
  entryId: string;
  notice?: NoticeIssue | undefined;
};

export type WarningState = {
  kind: 'warning';
  warningId: string;
  title: string;
  planPin: PlanPin;
  stage: WarningStage;
  openedAt: number;
  lastEntryAt: number;
  /** Every entry's id: one that was given is taken. */
  entryIds: readonly string[];
  clueIds: readonly string[];
  attachments: readonly WarnedFile[];
  assessments: readonly Assessment[];
  reports: readonly WarningReport[];
  /** Of the standing proposal; another assessment before the issue takes it away. */
  approval: WarningApproval | null;
  versions: readonly WarningVersion[];
  recipients: readonly RecipientState[];
  /** What was recorded of the calls it is told by. */
  callEntries: readonly RecordedEvent[];
  /** By item of the plan, oldest first. */
  marks: Readonly<Record<string, readonly ActionMark[]>>;
  released: WarningRelease | null;
  converted: { incidentId: string; callId: string; recordedAt: number; entryId: string } | null;
};

export const warningStream = (warningId: string): StreamId => `warning/${warningId}`;

export const isEnded = ({ stage }: Pick<WarningState, 'stage'>): boolean =>
  stage === 'released' || stage === 'converted';

export function evolveWarning(state: WarningState | null, event: RecordedEvent): WarningState | null {
  if (state === null) return event.type === 'WarningAssessed' ? assessed(opened(event), event) : null;
  if (isEnded(state)) return state;
  const { entryId, recordedAt } = event;
  const next = { ...state, lastEntryAt: recordedAt, entryIds: [...state.entryIds, entryId] };
  if (isCallTreeEvent(event.type)) return { ...next, callEntries: [...state.callEntries, event] };
  return step(next, event);
}

function step(state: WarningState, event: RecordedEvent): WarningState {
  const { entryId, recordedAt, actor } = event;
  const written: Written = { entryId, recordedAt, actor };
  switch (event.type as WarningEventType | 'FileAttached') {
    case 'WarningAssessed':
      return assessed(state, event);
    case 'WarningReported': {
      const { warningId: _, title: __, ...report } = payload(event, 'WarningReported');
      const stage = state.stage === 'proposed' ? 'reported' : state.stage;
      return { ...state, stage, reports: [...state.reports, { ...report, ...written }] };
    }
    case 'WarningApproved': {
      const { warningId: _, title: __, ...approval } = payload(event, 'WarningApproved');
      return { ...state, stage: 'approved', approval: { ...approval, ...written } };
    }
    case 'WarningIssued': {
      const { warningId: _, recipients, ...version } = payload(event, 'WarningIssued');
      const first = { ...version, ...written, reason: null, changed: [], isIssue: true };
      const told = recipients.map((recipient): RecipientState => ({ ...recipient, sent: [], acknowledged: [] }));
      return { ...state, title: version.title, stage: 'issued', versions: [first], recipients: told };
    }
    case 'WarningChanged': {
      const { warningId: _, ...version } = payload(event, 'WarningChanged');
      const isIssue = version.changed.includes('level');
      return { ...state, title: version.title, versions: [...state.versions, { ...version, ...written, isIssue }] };
    }
    case 'WarningSent': {
      const { to, version, means, at } = payload(event, 'WarningSent');
      const added = to.filter((recipient) => !state.recipients.some((known) => isSameRecipient(known, recipient)));
      const all = [...state.recipients, ...added.map((each) => ({ ...each, sent: [], acknowledged: [] }))];
      const recipients = all.map((recipient) =>
        to.some((each) => isSameRecipient(each, recipient))
          ? { ...recipient, sent: [...recipient.sent, { version, means, at, entryId }] }
          : recipient,
      );
      return { ...state, recipients };
    }
    case 'WarningAcknowledged': {
      const { recipient, version, person, at } = payload(event, 'WarningAcknowledged');
      const recipients = state.recipients.map((known) =>
        isSameRecipient(known, recipient)
          ? { ...known, acknowledged: [...known.acknowledged, { version, person, at, entryId }] }
          : known,
      );
      return { ...state, recipients };
    }
    case 'WarningActionSet': {
      const { item, state: to, note, to: party, due, at } = payload(event, 'WarningActionSet');
      const mark: ActionMark = { ...written, state: to, note, to: party, dueAt: due?.at ?? null, at: at.at };
      return { ...state, marks: { ...state.marks, [item]: [...marksOf(state, item), mark] } };
    }
    case 'WarningReleased': {
      const { decision, reason, notice } = payload(event, 'WarningReleased');
      return { ...state, stage: 'released', released: { decision, reason, recordedAt, entryId, notice } };
    }
    case 'FileAttached':
      return { ...state, attachments: [...state.attachments, warnedFile(event)] };
    case 'WarningConverted': {
      const { incidentId, callId } = payload(event, 'WarningConverted');
      return { ...state, stage: 'converted', converted: { incidentId, callId, recordedAt, entryId } };
    }
    default:
      return state;
  }
}

/** Ids are a plan's, so a look-up must not find what every object inherits. */
export const marksOf = ({ marks }: Pick<WarningState, 'marks'>, item: string): readonly ActionMark[] =>
  Object.hasOwn(marks, item) ? (marks[item] ?? []) : [];

export const isSameRecipient = (a: StoredRecipient, b: StoredRecipient): boolean =>
  a.id === null ? b.id === null && a.name === b.name : a.id === b.id;

const payload = <T extends WarningEventType>(event: RecordedEvent, _type: T): WarningEventPayload<T> =>
  event.payload as WarningEventPayload<T>;

function opened(event: RecordedEvent): WarningState {
  const { warningId, title, plan } = payload(event, 'WarningAssessed');
  return {
    kind: 'warning',
    warningId,
    title,
    planPin: plan,
    stage: 'watch',
    openedAt: event.recordedAt,
    lastEntryAt: event.recordedAt,
    entryIds: [event.entryId],
    clueIds: [],
    attachments: [],
    assessments: [],
    reports: [],
    approval: null,
    versions: [],
    recipients: [],
    callEntries: [],
    marks: {},
    released: null,
    converted: null,
  };
}

const STAGE_AFTER = { none: 'dismissed', watch: 'watch', warn: 'proposed' } as const;

/** Before the issue a conclusion moves the warning, and takes away an approval of an earlier one; in force it reviews it. */
function assessed(state: WarningState, event: RecordedEvent): WarningState {
  const { warningId: _, plan: __, title, ...assessment } = payload(event, 'WarningAssessed');
  const { entryId, recordedAt, actor } = event;
  const clueIds = [...state.clueIds, ...assessment.clueIds.filter((id) => !state.clueIds.includes(id))];
  const assessments = [...state.assessments, { ...assessment, entryId, recordedAt, actor }];
  const next = { ...state, clueIds, assessments };
  if (state.stage === 'issued') return next;
  return { ...next, title, stage: STAGE_AFTER[assessment.conclusion], approval: null };
}

/** The version that stands; null before the issue. */
export const standingVersion = ({ versions }: Pick<WarningState, 'versions'>): WarningVersion | null =>
  versions.at(-1) ?? null;

/** The latest issue or re-issue: what must have been acknowledged. */
export const issuedVersion = ({ versions }: Pick<WarningState, 'versions'>): WarningVersion | null =>
  versions.findLast(({ isIssue }) => isIssue) ?? null;

/** Who was told, or should be, and has not said that it is there. */
export function unacknowledged(state: Pick<WarningState, 'versions' | 'recipients'>): RecipientState[] {
  const version = issuedVersion(state)?.version ?? 0;
  return state.recipients.filter(({ acknowledged }) => !acknowledged.some((each) => each.version >= version));
}
