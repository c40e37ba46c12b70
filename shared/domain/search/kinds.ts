/** What can be found, and which kind an entry of the log is. Every entry is of exactly one kind. */

/** Recorded as such, or named in what was recorded. */
export const nameKinds = ['incident', 'person', 'unit'] as const;
export type NameKind = (typeof nameKinds)[number];

/** Entries of the log, by what they are about. */
export const entryKinds = ['call', 'warning', 'report', 'task', 'bulletin', 'entry', 'alarm'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** In the order a screen shows them. */
export const foundKinds = [...nameKinds, ...entryKinds] as const;
export type FoundKind = NameKind | EntryKind;

const KINDS: Readonly<Record<string, EntryKind>> = {
  CallTaken: 'call',
  CallJoined: 'call',
  UnnamedCallTaken: 'call',
  CallClaimed: 'call',
  ClueRecorded: 'warning',
  ClueLinked: 'warning',
  ClueDismissed: 'warning',
  WarningAssessed: 'warning',
  WarningReported: 'warning',
  WarningApproved: 'warning',
  WarningIssued: 'warning',
  WarningChanged: 'warning',
  WarningSent: 'warning',
  WarningAcknowledged: 'warning',
  WarningActionSet: 'warning',
  WarningReleased: 'warning',
  WarningConverted: 'warning',
  ReportRecorded: 'report',
  ReceiptConfirmed: 'report',
  PaperSent: 'report',
  PaperReceived: 'report',
  DocumentSigned: 'report',
  DocumentNumbered: 'report',
  DemandRecorded: 'report',
  TaskAssigned: 'task',
  TaskAccepted: 'task',
  TaskNoted: 'task',
  TaskFinished: 'task',
  TaskReturned: 'task',
  BulletinDrafted: 'bulletin',
  BulletinRevised: 'bulletin',
  BulletinApproved: 'bulletin',
  BulletinReleased: 'bulletin',
  BulletinWithdrawn: 'bulletin',
  CallStepTried: 'call',
  AlarmRaised: 'alarm',
  AlarmJoined: 'alarm',
  AlarmSilenced: 'alarm',
  AlarmAcknowledged: 'alarm',
};

export const kindOf = (type: string): EntryKind => KINDS[type] ?? 'entry';
