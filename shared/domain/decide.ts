/** One decision per command: pure, from the states as they are to events, a refusal, or a question back. */
import { acknowledgeAlarm } from './alarm/acknowledgeAlarm.ts';
import { raiseAlarm } from './alarm/raiseAlarm.ts';
import { silenceAlarm } from './alarm/silenceAlarm.ts';
import { attachFile } from './attachment/attachFile.ts';
import { attachFileToCall } from './attachment/attachToCall.ts';
import { attachFileToWarning } from './attachment/attachToWarning.ts';
import { approveBulletin } from './bulletin/approveBulletin.ts';
import { recordSentiment } from './bulletin/recordSentiment.ts';
import { releaseBulletin } from './bulletin/releaseBulletin.ts';
import { draftBulletin, reviseBulletin, withdrawBulletin } from './bulletin/writeBulletin.ts';
import { takeCall } from './call/takeCall.ts';
import { addCallStep } from './callTree/addStep.ts';
import { claimCallStep, releaseCallStep } from './callTree/claimStep.ts';
import { recordCallResult } from './callTree/recordResult.ts';
import { reopenCallStep, skipCallStep } from './callTree/skipStep.ts';
import { deskError } from './checks.ts';
import type { Command, CommandOf, CommandType } from './commands.ts';
import { type Decision, type DecisionContext, rejected } from './decision.ts';
import { addOfficer } from './desk/addOfficer.ts';
import { acknowledgeClockJump, recordClockJump } from './desk/clockJumps.ts';
import { recordSelfCheck } from './desk/recordSelfCheck.ts';
import { setAttentionMarks } from './desk/setAttentionMarks.ts';
import { setDocumentSettings } from './desk/setDocumentSettings.ts';
import { setUpDesk } from './desk/setUpDesk.ts';
import { takeDuty } from './desk/takeDuty.ts';
import { addContact, changeContact, confirmContact, removeContact } from './directory/changeContact.ts';
import {
  cancelContactImport,
  finishContactImport,
  stageContacts,
  startContactImport,
  undoContactImport,
} from './directory/importContacts.ts';
import { recordPhoneCall } from './directory/recordPhoneCall.ts';
import { recordHandover } from './handover/recordHandover.ts';
import { relievedFault } from './handover/relieved.ts';
import { addNote } from './incident/addNote.ts';
import { closeIncident } from './incident/closeIncident.ts';
import { confirmReceipt } from './incident/confirmReceipt.ts';
import { correctTimes } from './incident/correctTimes.ts';
import { determineGrade } from './incident/determineGrade.ts';
import { mergeIncidents } from './incident/mergeIncidents.ts';
import { confirmPaperReceipt, recordPaperSent } from './incident/paperDispatch.ts';
import { recordConditions } from './incident/recordConditions.ts';
import { recordDemand } from './incident/recordDemand.ts';
import { recordDuration } from './incident/recordDuration.ts';
import { recordExport } from './incident/recordExport.ts';
import { recordFigures } from './incident/recordFigures.ts';
import { recordReport } from './incident/recordReport.ts';
import { reviseDetails } from './incident/reviseDetails.ts';
import { setMark } from './incident/setMark.ts';
import { setSwitch } from './incident/setSwitch.ts';
import { signDocument } from './incident/signDocument.ts';
import { strikeEntry } from './incident/strikeEntry.ts';
import { waiveObligation } from './incident/waiveObligation.ts';
import { changeOnSceneCommand, closeOnSceneCommand, openOnSceneCommand } from './onScene/command.ts';
import { checkInPerson, checkOutPerson, setGroupLeader, setGroupState } from './onScene/groupLife.ts';
import { addGroup, changeGroup, dissolveGroup } from './onScene/reshapeGroups.ts';
import { setUpGroups } from './onScene/setUpGroups.ts';
import { callUnit, recordUnitArrival, recordUnitEnRoute, standDownUnit } from './onScene/units.ts';
import { claimCall } from './people/claimCall.ts';
import { neededRoles } from './people/neededRoles.ts';
import { recordPin } from './people/recordPin.ts';
import { reinstateOfficer, retiredFault, retireOfficer } from './people/retire.ts';
import { setLockSettings } from './people/setLockSettings.ts';
import { setRoles } from './people/setRoles.ts';
import { adjustResponse } from './response/adjustResponse.ts';
import { declineProposal } from './response/declineProposal.ts';
import { proposeResponse } from './response/proposeResponse.ts';
import { recordDelegation } from './response/recordDelegation.ts';
import { recordSignature } from './response/recordSignature.ts';
import { answerReinforcement, requestReinforcement } from './response/reinforcement.ts';
import { startResponse } from './response/startResponse.ts';
import { terminateResponse } from './response/terminateResponse.ts';
import { transferCommand } from './response/transferCommand.ts';

import { recordZeroReport, setDutySettings, setRoster } from './roster/setRoster.ts';

import { setWarningAction } from './warning/actions.ts';
import { approveWarning, reportWarning } from './warning/approveWarning.ts';
import { assessWarning } from './warning/assessWarning.ts';
import { dismissClue, linkClue, recordClue } from './warning/clues.ts';
import { acknowledgeWarning, sendWarning } from './warning/distribution.ts';
import { changeWarning, issueWarning } from './warning/issueWarning.ts';
import { releaseWarning } from './warning/releaseWarning.ts';

import { assignTask } from './work/assignTask.ts';
import { answerInstruction, recordInstruction } from './work/instructions.ts';
import { setChecklistItem } from './work/setChecklistItem.ts';
import { acceptTask, finishTask, noteTask, returnTask } from './work/taskSteps.ts';

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
  ConfirmReceipt: confirmReceipt,
  RecordPaperSent: recordPaperSent,
  ConfirmPaperReceipt: confirmPaperReceipt,
  RecordDemand: recordDemand,
  SetSwitch: setSwitch,
  SetMark: setMark,
  WaiveObligation: waiveObligation,
  AddNote: addNote,
  StrikeEntry: strikeEntry,
  SignDocument: signDocument,
  ProposeResponse: proposeResponse,
  DeclineProposal: declineProposal,
  StartResponse: startResponse,
  AdjustResponse: adjustResponse,
  TerminateResponse: terminateResponse,
  RecordSignature: recordSignature,
  RecordDelegation: recordDelegation,
  TransferCommand: transferCommand,
  RequestReinforcement: requestReinforcement,
  AnswerReinforcement: answerReinforcement,
  OpenOnSceneCommand: openOnSceneCommand,
  ChangeOnSceneCommand: changeOnSceneCommand,
  CloseOnSceneCommand: closeOnSceneCommand,
  SetUpGroups: setUpGroups,
  AddGroup: addGroup,
  ChangeGroup: changeGroup,
  DissolveGroup: dissolveGroup,
  SetGroupState: setGroupState,
  SetGroupLeader: setGroupLeader,
  CheckInPerson: checkInPerson,
  CheckOutPerson: checkOutPerson,
  CallUnit: callUnit,
  RecordUnitEnRoute: recordUnitEnRoute,
  RecordUnitArrival: recordUnitArrival,
  StandDownUnit: standDownUnit,
  SetChecklistItem: setChecklistItem,
  AssignTask: assignTask,
  AcceptTask: acceptTask,
  NoteTask: noteTask,
  FinishTask: finishTask,
  ReturnTask: returnTask,
  RecordInstruction: recordInstruction,
  AnswerInstruction: answerInstruction,
  DraftBulletin: draftBulletin,
  ReviseBulletin: reviseBulletin,
  ApproveBulletin: approveBulletin,
  ReleaseBulletin: releaseBulletin,
  WithdrawBulletin: withdrawBulletin,
  RecordSentiment: recordSentiment,
  RecordClue: recordClue,
  LinkClue: linkClue,
  DismissClue: dismissClue,
  AssessWarning: assessWarning,
  ReportWarning: reportWarning,
  ApproveWarning: approveWarning,
  IssueWarning: issueWarning,
  ChangeWarning: changeWarning,
  SendWarning: sendWarning,
  AcknowledgeWarning: acknowledgeWarning,
  SetWarningAction: setWarningAction,
  ReleaseWarning: releaseWarning,
  ClaimCallStep: claimCallStep,
  ReleaseCallStep: releaseCallStep,
  RecordCallResult: recordCallResult,
  SkipCallStep: skipCallStep,
  ReopenCallStep: reopenCallStep,
  AddCallStep: addCallStep,
  RecordExport: recordExport,
  AttachFile: attachFile,
  AttachFileToCall: attachFileToCall,
  AttachFileToWarning: attachFileToWarning,
  CloseIncident: closeIncident,
  MergeIncidents: mergeIncidents,
  SetUpDesk: setUpDesk,
  AddOfficer: addOfficer,
  TakeDuty: takeDuty,
  SetDocumentSettings: setDocumentSettings,
  RecordClockJump: recordClockJump,
  AcknowledgeClockJump: acknowledgeClockJump,
  SetAttentionMarks: setAttentionMarks,
  RecordSelfCheck: recordSelfCheck,
  AddContact: addContact,
  ChangeContact: changeContact,
  ConfirmContact: confirmContact,
  RemoveContact: removeContact,
  RecordPhoneCall: recordPhoneCall,
  StartContactImport: startContactImport,
  StageContacts: stageContacts,
  FinishContactImport: finishContactImport,
  CancelContactImport: cancelContactImport,
  UndoContactImport: undoContactImport,
  RecordHandover: recordHandover,
  SetRoster: setRoster,
  SetDutySettings: setDutySettings,
  RecordZeroReport: recordZeroReport,
  RecordPin: recordPin,
  SetRoles: setRoles,
  RetireOfficer: retireOfficer,
  ReinstateOfficer: reinstateOfficer,
  SetLockSettings: setLockSettings,
  ClaimCall: claimCall,
  RaiseAlarm: raiseAlarm,
  AcknowledgeAlarm: acknowledgeAlarm,
  SilenceAlarm: silenceAlarm,
};

/** What a desk can do before it has a plan. */
const BEFORE_SET_UP: ReadonlySet<CommandType> = new Set(['SetUpDesk', 'AddOfficer', 'RecordClockJump']);

export function decide(command: Command, context: DecisionContext): Decision {
  if (context.desk.plan === null && !BEFORE_SET_UP.has(command.type)) return rejected(deskError('deskNotSetUp'));
  const retired = retiredFault(context);
  if (retired !== null) return rejected(retired);
  const needed = neededRoles(command, context);
  if (needed !== null) return rejected(deskError('roleNeeded', { roles: needed }));
  const relieved = relievedFault(command, context);
  if (relieved !== null) return rejected(relieved);
  const decision = decisions[command.type] as (command: Command, context: DecisionContext) => Decision;
  return decision(command, context);
}
