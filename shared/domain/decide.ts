/** One decision per command: pure, from the states as they are to events, a refusal, or a question back. */
import { acknowledgeAlarm } from './alarm/acknowledgeAlarm.ts';
import { raiseAlarm } from './alarm/raiseAlarm.ts';
import { takeCall } from './call/takeCall.ts';
import { deskError } from './checks.ts';
import type { Command, CommandOf, CommandType } from './commands.ts';
import { type Decision, type DecisionContext, rejected } from './decision.ts';
import { addOfficer } from './desk/addOfficer.ts';
import { setUpDesk } from './desk/setUpDesk.ts';
import { takeDuty } from './desk/takeDuty.ts';
import { addNote } from './incident/addNote.ts';
import { adjustResponse } from './incident/adjustResponse.ts';
import { closeIncident } from './incident/closeIncident.ts';
import { correctTimes } from './incident/correctTimes.ts';
import { determineGrade } from './incident/determineGrade.ts';
import { mergeIncidents } from './incident/mergeIncidents.ts';
import { recordConditions } from './incident/recordConditions.ts';
import { recordDemand } from './incident/recordDemand.ts';
import { recordDuration } from './incident/recordDuration.ts';
import { recordFigures } from './incident/recordFigures.ts';
import { recordReport } from './incident/recordReport.ts';
import { reviseDetails } from './incident/reviseDetails.ts';
import { setMark } from './incident/setMark.ts';
import { setSwitch } from './incident/setSwitch.ts';
import { signDocument } from './incident/signDocument.ts';
import { startResponse } from './incident/startResponse.ts';
import { strikeEntry } from './incident/strikeEntry.ts';
import { terminateResponse } from './incident/terminateResponse.ts';
import { waiveObligation } from './incident/waiveObligation.ts';

type Decide<T extends CommandType> = (command: CommandOf<T>, context: DecisionContext) => Decision;

const decisions: { readonly [T in CommandType]: Decide<T> } = {
  TakeCall: takeCall,
  RecordFigures: recordFigures,
  RecordConditions: recordConditions,
  RecordDuration: recordDuration,
  ReviseDetails: reviseDetails,
  CorrectTimes: correctTimes,
  DetermineGrade: determineGrade,
  RecordReport: recordReport,
  RecordDemand: recordDemand,
  SetSwitch: setSwitch,
  SetMark: setMark,
  WaiveObligation: waiveObligation,
  AddNote: addNote,
  StrikeEntry: strikeEntry,
  SignDocument: signDocument,
  StartResponse: startResponse,
  AdjustResponse: adjustResponse,
  TerminateResponse: terminateResponse,
  CloseIncident: closeIncident,
  MergeIncidents: mergeIncidents,
  SetUpDesk: setUpDesk,
  AddOfficer: addOfficer,
  TakeDuty: takeDuty,
  RaiseAlarm: raiseAlarm,
  AcknowledgeAlarm: acknowledgeAlarm,
};

/** What a desk can do before it has a plan. */
const BEFORE_SET_UP: ReadonlySet<CommandType> = new Set(['SetUpDesk', 'AddOfficer']);

export function decide(command: Command, context: DecisionContext): Decision {
  if (context.desk.plan === null && !BEFORE_SET_UP.has(command.type)) return rejected(deskError('deskNotSetUp'));
  const decision = decisions[command.type] as (command: Command, context: DecisionContext) => Decision;
  return decision(command, context);
}
