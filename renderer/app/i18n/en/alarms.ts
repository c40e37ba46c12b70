import type { alarms as original } from '../zh-CN/alarms.ts';

export const alarms: Record<keyof typeof original, string> = {
  'alarms.bar': 'Alarms not acknowledged',
  'alarms.none': 'No open alarm',
  'alarms.live': 'Real alarm',
  'alarms.acknowledge': 'Acknowledge ({name})',
  'alarms.more': 'and {n} more',
  'alarms.item.late': '{clock} overdue {time}',
  'alarms.item.left': '{clock} {time} left',
  'alarms.item.elapsed': '{clock} waiting {time}',
  'alarms.item.done': '{clock} done',
  'alarms.announce': 'Alarm: {incident}, {clocks}',
  'alarms.sound.on': 'Sound on',
  'alarms.sound.off': 'Sound off',
  'alarms.sound.none': 'No sound device',
  'alarms.sound.banner': 'The alarm sound is off: nothing will be heard when a clock is due.',
  'alarms.sound.bannerNone': 'This machine cannot make a sound: watch the alarm bar.',
  'alarms.sound.arm': 'Turn the sound on',
  'alarms.test': 'Listen',
  'alarms.test.dueSoon': 'Due soon: two',
  'alarms.test.due': 'Due: three',
  'alarms.test.repeat': 'Overdue: urgent',
  'alarms.test.explain':
    'Each stage sounds once, for about 3 seconds; once overdue again every 5 minutes, until acknowledged and reported.',
};
