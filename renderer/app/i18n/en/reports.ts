import type { reports as original } from '../zh-CN/reports.ts';

export const reports: Record<keyof typeof original, string> = {
  'reports.meets': 'Clocks it would meet',
  'reports.addRecipient': 'Another unit as well',
  'reports.optional': '(optional)',
  'reports.incomplete': 'Something is still missing',
  'reports.kind': 'Kind of report',
  'reports.answers': 'Answers the demand',
  'reports.answersNone': 'no demand',
  'reports.now': 'now',
  'reports.receiver': "Receiver's name",
  'reports.signedOffBy': 'Signed off by',
  'reports.signedOffNeeded': 'A written report needs a signature',
  'reports.arrivedAt': 'Arrived at',
  'reports.sentAt': 'Sent at',
  'reports.form': 'Form',
  'reports.recipients': 'To',
  'reports.recipientsNeeded': 'Choose at least one recipient',
  'reports.record': 'Record',
  'reports.recorded': 'Recorded',
};
