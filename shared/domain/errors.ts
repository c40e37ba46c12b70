/**
 * Errors as data: a code, where it points (field or clause), and parameters. Words are made at the edge, in the
 * officer's language (`shared/contract/errorText.ts`), so that every host and the replay say the same.
 */
import { z } from 'zod';

export const deskErrorCodes = [
  // boundary
  'invalidCommand', // params.issues: [{path, code, ...}]
  'unknownCommand',
  'payloadTooLarge',
  'unknownDesk',
  'readOnlyDesk',
  'deskNotSetUp',
  'alreadySetUp',
  'unknownPlan',
  'unknownOfficer',
  'idTaken', // params.field, params.id
  'commandIdReused', // same commandId with another content
  // unknown references into the plan or the log; params.field, params.id
  'unknownIncident',
  'unknownCall',
  'unknownEntry',
  'unknownDemand',
  'unknownDocument',
  'unknownPlanItem',
  'unknownClue',
  'unknownWarning',
  // domain
  'incidentClosed',
  'incidentMerged',
  'nothingToRecord',
  'nothingChanged',
  'notAnInteger',
  'entryAlreadyStruck',
  'entryCannotBeStruck', // params.type
  'notWaivable',
  'nothingToWaive',
  'alreadyDetermined',
  'cannotMergeIntoItself',
  'reasonNeeded',
  'signOffNeeded',
  'endBeforeStart',
  'noAuthority', // clause, params.post, params.may: [postId], params.alsoHolds: [postId]
  'levelAlreadyInForce',
  'noLevelInForce',
  'basisNeeded',
  'conditionsNotMet', // clause, params.missing: [conditionId]
  'notTheStarter', // clause, params.post, params.starter, params.alsoHolds: [postId]
  'stateChanged', // params.against, params.head, params.level?: another entry came since the officer looked
  'unknownReference', // params.field, params.id: nothing of this incident has that id
  'notInPlan', // params.part: the plan package says nothing of it
  'proposalNotOpen', // params.state
  'proposalDiffers', // params.level: what was proposed; null the end
  'delegatedToItself', // params.post
  'delegationNotValid', // params.why: used | otherPerson | otherDecision | notYet | expired; params.to: post
  'delegationUsed',
  'nothingToSign', // params.part
  'ordinalTaken', // params.n, params.next: another one was signed since
  'numberTaken', // params.n, params.least: that 发文字号 was given
  'alreadySigned', // params.by, params.at
  'alreadyTransferred', // clause, params.to
  'commandTransferred', // clause, params.post, params.to, params.may: [postId]
  'alreadyAnswered', // params.id, params.at
  'onSceneAlreadyOpen', // params.place, params.head
  'onSceneNotOpen',
  'groupAlreadySetUp', // params.groups: [groupId]
  'groupDissolved', // params.name
  'unitTwice', // params.name: one unit twice in one group
  'alreadyCheckedIn', // params.name, params.group
  'notCheckedIn', // params.group
  'unitNotAwaited', // params.name, params.state
  'taskClosed', // params.what, params.state
  'itemNotOnList', // clause, params.label
  'itemAlreadyAssigned', // params.label, params.taskId
  'bulletinReleased', // params.title, params.at
  'bulletinWithdrawn', // params.title
  'bulletinChanged', // params.title, params.version, params.seen
  'bulletinApproved', // params.title, params.by, params.at
  'bulletinNotApproved', // clause, params.title
  'clueSettled', // params.how: linked | dismissed, params.at
  'warningStage', // params.title, params.stage, params.needed: stages
  'warningIncomplete', // clause, params.missing: fields, params.labels
  'warningChanged', // params.title, params.version, params.seen
  'warningAcknowledged', // params.name, params.by, params.at
  'notARecipient', // params.name
  'messageTooLong', // params.size, params.most: characters
  'notTheIssuer', // clause, params.post, params.authority, params.may: [postId], params.alsoHolds: [postId]
  'noCallTree', // params.title: nobody is to be called for it, or not any more
  'callTreeEnded', // params.tree, params.how: replaced | lowered | ended
  'callStepClaimed', // params.who, params.by, params.at, params.until: another officer is calling
  'callStepNotClaimed', // params.who
  'callStepReached', // params.who, params.by, params.at
  'callStepSkipped', // params.who, params.reason
  'callStepOpen', // params.who: neither reached nor skipped
  'callNotARecipient', // params.who: an acknowledgement is a warning's recipient's
  'fileAlreadyAttached', // params.name
  'tooManyFiles', // params.most
  'fileMissing', // params.name: its bytes are not beside the log
  'fileChanged', // params.name: its bytes are not those that were recorded
  'fileTooLarge', // params.most: MB
  'fileEmpty',
  'fileKindRefused', // what it is was read from its bytes
  'callHasIncident', // params.incidentId: its files go there
  'archiveGone', // an export was taken already, or given up: make another
  'fileBroken', // a part is missing on the way: send it again from the start
  'unknownContact', // params.id
  'contactOfPlan', // params.name: the plan gives it, it cannot be taken out
  'importRunning', // params.by: another officer's import is under way
  'importNotOpen',
  'importIncomplete', // params.parts, params.of
  'importOvertaken', // params.n: entries changed since they were matched
  'importUndone', // params.at
  'mergeLosesLevel', // the one to be merged runs at a higher level: merge the other way round
  'staleAlarm',
  'alarmGrew', // another stage joined it since the officer looked
  'staleClockJump', // the clock was set again since
  // people
  'roleNeeded', // params.roles
  'deskLocked', // params.officerId: who had signed in
  'pinNeeded', // params.id, params.name: this screen is not signed in as that officer
  'pinUnset', // params.id: this desk wants everybody to have one
  'pinLost', // params.id: the log says there is one, its secret is gone
  'pinWrong', // params.seconds: until the next try
  'pinWait', // params.seconds
  'pinForm',
  'pinPlain',
  'pinNotYours',
  'pinResetOwn',
  'lastAdministrator',
  'lastDirector',
  'officerRetired', // params.id, params.name
  'retireSelf',
  'retireOnDuty', // params.name
  'handedOver', // params.name: who is on watch now
  'shiftTwice', // params.id
  'notThatDay', // params.date
  'handoverToSelf',
  'notOnDuty', // params.id
  'handoverChanged', // something came or went since both looked
  'callNotUnnamed', // params.id
  'noPin', // params.id
  'query',
  // storage
  'diskFull',
  'readOnlyFile', // params.path
  'storage', // params.reason
  'deskStopped', // the desk's worker ended; the outcome is unknown: send the same commandId again
  // opening a desk's file; params.path
  'fileInUse', // another program has it open
  'newerFile', // params.file, params.program: written by a newer version of this program
  'foreignFile', // not a desk's file
  'otherKindOfDesk', // params.expected, params.found: drill and live never mix
  'damagedFile', // params.setAside, params.newestBackup, params.reason
  'networkFolder', // the data folder is on a network share
  'removableFolder', // on a stick or card
  'nodeTooOld', // params.needed, params.found
] as const;

export const deskErrorSchema = z.strictObject({
  code: z.enum(deskErrorCodes),
  clause: z.string().optional(),
  params: z.record(z.string(), z.unknown()).default({}),
});
export type DeskErrorCode = (typeof deskErrorCodes)[number];
export type DeskError = { code: DeskErrorCode; clause?: string; params: Record<string, unknown> };

/** What is odd but allowed: asked back once, then done. */
export const confirmCodes = [
  'futureTime', // params.field, params.at
  'sentBeforeOccurred', // params.sentAt, params.occurredAt
  'timesOutOfOrder', // what comes after is earlier; params.earlier, params.later: fields; params.earlierAt, params.laterAt
  'moreDeadThanAtRisk', // any figure that is part of another; params.part, params.whole, params.partIs, params.wholeIs
  'outOfScope', // clause; params.object, params.otherPlan
  'closeWithUnmet', // params.unmet: [{key, rule, to, state, dueAt}]
  'closeWithLevelInForce', // params.level
  'gradeBelowFacts', // params.grade, params.factsGrade
  'levelBelowProposal', // params.level, params.proposedLevel
  'personInTwoGroups', // params.name, params.group, params.groups: the other groups' names
  'unitAlreadyCalled', // params.name, params.calledAt
  'dissolveWithOpenWork', // params.name, params.tasks, params.people
  'withdrawWithOpenWork', // params.name, params.tasks, params.people
  'groupStepsBack', // params.name, params.from, params.to: states
  'openWorkLeft', // how many are open: params.tasks, .groups, .units, .signatures, .instructions, .requests
  'releasedBeforeApproval', // params.releasedAt, params.approvedAt
  'warningLevelOfGrade', // clause, params.level, params.grade: what it is meant for, params.likelyGrade
  'strikeReopensClocks', // params.entryId, params.keys
] as const;
export const confirmQuestionSchema = z.strictObject({
  code: z.enum(confirmCodes),
  clause: z.string().optional(),
  params: z.record(z.string(), z.unknown()).default({}),
});
export type ConfirmCode = (typeof confirmCodes)[number];
export type ConfirmQuestion = { code: ConfirmCode; clause?: string; params: Record<string, unknown> };
