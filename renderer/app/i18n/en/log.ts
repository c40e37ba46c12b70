import type { log as original } from '../zh-CN/log.ts';

export const log: Record<keyof typeof original, string> = {
  'log.count': '{n} entries · head {hash}',
  'log.filter': 'Incident',
  'log.filter.all': 'All incidents',
  'log.caption': 'Log, newest first',
  'log.position': 'No.',
  'log.recordedAt': 'Recorded',
  'log.what': 'Entry',
  'log.incident': 'Incident',
  'log.actor': 'By',
  'log.older': 'Older entries',
  'log.empty': 'Nothing recorded yet',
  'log.newest': 'Back to the newest',
  'log.write': 'Write an entry',

  'log.note.title': 'Write an entry',
  'log.note.incident': 'About which incident',
  'log.note.text': 'Text',
  'log.note.happened': 'Happened',
  'log.note.happenedHint': 'empty = now; 0212, -20, 昨天 2312',
  'log.note.save': 'Record',
  'log.note.noIncident': 'No incident is open. Take a call (F2) first, then write about it.',
  'log.note.textNeeded': 'A text is needed',
  'log.note.saved': 'Recorded',
};
