import type { why as original } from '../zh-CN/why.ts';

export const why: Record<keyof typeof original, string> = {
  'why.join': ', ',
  'why.clause.law': '{clause}',
  'why.clause.default': '{clause} (default for an unpublished annex, to be checked)',
  'why.clause.inferred': '{clause} (inferred, to be checked)',
  'why.hours': '{hours} h',
  'why.atLeast': '≥ {n}',
  'why.moreThan': '> {n}',
  'why.prompt.conservative.grade': 'Careful estimate reaches {*name}: {matches}',
  'why.prompt.conservative.level': 'Careful estimate meets {*name}: {matches}',
  'why.prompt.forecast.grade': 'As forecast, it will reach {*name}: {matches}',
  'why.prompt.forecast.level': 'As forecast, it will meet {*name}: {matches}',
  'why.threshold.both': '{duration} of {hours} h ({time}) makes it {grade} and proposes {*level}',
  'why.threshold.grade': '{duration} of {hours} h ({time}) makes it {*grade}',
  'why.threshold.level': '{duration} of {hours} h ({time}) proposes {*level}',
};
