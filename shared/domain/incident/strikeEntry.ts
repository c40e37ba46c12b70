/**
 * A correction strikes an entry through; both stay to be read. What striking means is a table: most facts simply stop
 * counting, a report's clocks run again, a closure is taken back. What others have acted on cannot be struck.
 */
import { type CallTreeEventType, callTreeEventSchemas } from '../callTree/events.ts';
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { type OnSceneEventType, onSceneEventSchemas } from '../onScene/events.ts';
import { usedDelegations } from '../response/delegations.ts';
import { type WorkEventType, workEventSchemas } from '../work/events.ts';
import type { IncidentEventType } from './events.ts';
import { isEntry } from './incident.ts';
import { assessAfter, assessNow, decided, incidentEvent, onIncident } from './onIncident.ts';
import { isStruck } from './status.ts';

type Striking = 'stopsCounting' | 'reopensClocks' | 'reopensIncident' | 'unlessUsed' | 'never';

const stopsCounting = <T extends IncidentEventType>(types: readonly T[]): Record<T, 'stopsCounting'> =>
  Object.fromEntries(types.map((type) => [type, 'stopsCounting'])) as Record<T, 'stopsCounting'>;

/**
 * never: opening and merging are what the incident is; levels and who commands are only changed anew; a signed document
 * and a strike stand, as does an export that left the desk, and a bulletin's words are only revised · unlessUsed: a delegation that a decision rests on stands with it.
 */
export const STRIKING: Readonly<Record<IncidentEventType, Striking>> = {
  IncidentOpened: 'never',
  CallJoined: 'stopsCounting',
  FiguresRecorded: 'stopsCounting',
  ConditionsRecorded: 'stopsCounting',
  DurationRecorded: 'stopsCounting',
  DetailsRevised: 'stopsCounting',
  TimesCorrected: 'stopsCounting',
  GradeDetermined: 'reopensClocks',
  ReportRecorded: 'reopensClocks',
  DemandRecorded: 'stopsCounting',
  SwitchSet: 'stopsCounting',
  MarkSet: 'stopsCounting',
  ObligationWaived: 'reopensClocks',
  NoteAdded: 'stopsCounting',
  EntryStruck: 'never',
  DocumentSigned: 'never',
  ReceiptConfirmed: 'stopsCounting',
  PaperSent: 'stopsCounting',
  PaperReceived: 'stopsCounting',
  ResponseStarted: 'never',
  ResponseAdjusted: 'never',
  ResponseTerminated: 'never',
  ResponseProposed: 'stopsCounting',
  ProposalDeclined: 'stopsCounting',
  SignatureRecorded: 'stopsCounting',
  DelegationRecorded: 'unlessUsed',
  CommandTransferred: 'never',
  ReinforcementRequested: 'stopsCounting',
  ReinforcementAnswered: 'stopsCounting',
  BulletinDrafted: 'never',
  BulletinRevised: 'never',
  BulletinApproved: 'stopsCounting',
  BulletinReleased: 'stopsCounting',
  BulletinWithdrawn: 'stopsCounting',
  SentimentRecorded: 'stopsCounting',
  IncidentExported: 'never',
  FileAttached: 'stopsCounting',
  PhoneCallRecorded: 'stopsCounting',
  IncidentClosed: 'reopensIncident',
  IncidentMerged: 'never',
  IncidentAbsorbed: 'never',
  ...stopsCounting(Object.keys(onSceneEventSchemas) as OnSceneEventType[]),
  ...stopsCounting(Object.keys(workEventSchemas) as WorkEventType[]),
  ...stopsCounting(Object.keys(callTreeEventSchemas) as CallTreeEventType[]),
};

/** What this program does not know it leaves alone. */
export const canBeStruck = (type: string): boolean =>
  Object.hasOwn(STRIKING, type) && STRIKING[type as IncidentEventType] !== 'never';

export function strikeEntry(command: CommandOf<'StrikeEntry'>, context: DecisionContext): Decision {
  const { strikes, reason } = command;
  return onIncident(command, context, 'afterClosing', (subject) => {
    const { state, plan } = subject;
    const entry = state.entries.find(({ entryId }) => entryId === strikes);
    if (entry === undefined) return rejected(deskError('unknownEntry', { field: 'strikes', id: strikes }));
    if (isStruck(state, strikes)) return rejected(deskError('entryAlreadyStruck', { field: 'strikes', id: strikes }));
    if (!canBeStruck(entry.type))
      return rejected(deskError('entryCannotBeStruck', { field: 'strikes', type: entry.type }));
    if (isEntry(entry, 'DelegationRecorded') && usedDelegations(state).has(entry.payload.delegationId))
      return rejected(deskError('delegationUsed', { field: 'strikes', id: entry.payload.delegationId }));
    const events = [incidentEvent(command, 'EntryStruck', { entryId: strikes, reason })];
    const after = assessAfter(plan, state, events, context);
    const settledAfter = new Set(after.obligations.filter(isSettled).map((row) => row.key));
    const keys = assessNow(subject, context)
      .obligations.filter((row) => isSettled(row) && !settledAfter.has(row.key))
      .map((row) => row.key);
    if (keys.length === 0) return decided(events, []);
    return decided(events, [{ code: 'strikeReopensClocks', params: { entryId: strikes, keys } }]);
  });
}

const isSettled = (row: { fulfilledAt: number | null; state: string }): boolean =>
  row.fulfilledAt !== null || row.state === 'waived';
