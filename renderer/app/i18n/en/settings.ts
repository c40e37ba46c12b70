import type { settings as original } from '../zh-CN/settings.ts';

export const settings: Record<keyof typeof original, string> = {
  'settings.screen': 'Display',

  'settings.sound': 'Alarm sound',
  'settings.sound.volume': 'Volume',
  'settings.sound.volume.low': 'Low',
  'settings.sound.volume.middle': 'Middle',
  'settings.sound.volume.high': 'High',
  'settings.sound.volumeHint': 'Alarms can be made softer, never silent.',
  'settings.sound.tests': 'Listen to each kind',

  'settings.check': 'Self-check',
  'settings.check.run': 'Check now',
  'settings.check.running': 'Checking…',
  'settings.check.never': 'Not checked yet. It runs two minutes after the start, then once a day.',
  'settings.check.daily': '{time}, by itself',
  'settings.check.byHand': '{time}, by {name}',
  'settings.check.unrecorded': '{time}, not recorded',
  'settings.check.caption': 'What the last self-check found',
  'settings.check.item': 'Item',
  'settings.check.result': 'Result',
  'settings.check.done': 'Self-check done: {result}',

  'settings.attention': 'Attention marks',
  'settings.attention.marks': 'What is owed at once calls {marks} minutes after it arose.',
  'settings.attention.from': 'The plan gives no number; these are the defaults of the package “{plan}”.',
  'settings.attention.own': 'Set by {name} at {time}, for this desk only.',
  'settings.attention.minutes': 'Attention marks (minutes)',
  'settings.attention.save': 'Record ({name})',
  'settings.attention.reset': 'Back to the default',
  'settings.attention.wrong': 'Minutes, such as 5 10',
  'settings.attention.dueSoon':
    'What has a limit calls with {minutes} minutes or {fraction} of the limit left (the longer), when due, and every 5 minutes after.',

  'settings.wall': 'Wall board',
  'settings.wall.display': 'Shown on',
  'settings.wall.auto': 'Choose by itself',
  'settings.wall.open': 'Open the wall board',
  'settings.wall.close': 'Close the wall board',
  'settings.wall.isOpen': 'The wall board is open; Esc closes it too.',
  'settings.wall.isClosed':
    'The wall board is closed. Once open, its display is remembered and it opens with the program.',
  'settings.wall.page': 'Open the wall board in a new page',
  'settings.wall.pageHint': 'Drag the page to the wall’s display and press F11.',

  'settings.autostart': 'Start with the system',
  'settings.autostart.on': 'Start the desk when I sign in',
  'settings.autostart.browser':
    'Only the desktop program starts with the system; for the browser add the start command to the system’s own list.',
  'settings.autostart.none': 'This program was not installed, so it cannot start with the system.',

  'settings.about': 'Program and data',
  'settings.about.version': 'Version',
  'settings.about.versionText': '{version} (rule engine {engine})',
  'settings.about.plan': 'Plan',
  'settings.about.planHash': 'Hash of the plan package',
  'settings.about.folder': 'Data folder',
  'settings.about.backups': 'Backups',
  'settings.about.backupsText': '{n}, the newest {time}',
  'settings.about.backupsNone': 'none yet',
  'settings.about.unsaved': 'What was recorded since {time} is in no backup yet; one is made every half hour.',
  'settings.about.chain': 'Log',
  'settings.about.chainText': '{n} entries, head {hash}',
};
