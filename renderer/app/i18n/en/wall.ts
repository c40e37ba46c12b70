import type { wall as original } from '../zh-CN/wall.ts';

export const wall: Record<keyof typeof original, string> = {
  'wall.none': 'This desk has no clock running',
  'wall.noIncidents': 'No open incident',
  'wall.incidents': '{n} open',
  'wall.sameState': '{n} more',
  'wall.page': 'Page {page}/{pages}',
  'wall.watch': 'Watch',
  'wall.lead': 'Lead',
  'wall.notSetUp': 'The desk is not set up',
  'wall.disconnected': 'Connection lost, may be out of date',
  'wall.dueAt': 'due {time}',
};
