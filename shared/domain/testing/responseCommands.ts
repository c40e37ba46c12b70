/** Test support: the usual commands about the response of the incident that `call()` opens. */
import type { CommandInput } from '../commands.ts';

const incidentId = 'i1';
type Of<T extends CommandInput['type']> = Extract<CommandInput, { type: T }>;
export type Means = 'inPerson' | 'phone' | 'written';

/** One who may decide each level. */
export const DECIDER: Readonly<Record<string, string>> = {
  III: 'officeDirector',
  II: 'deputyCommander',
  I: 'commander',
};

export const by = (post: string, means: Means = 'inPerson', more: { delegationId?: string; at?: string } = {}) => ({
  post,
  name: '某人',
  means,
  ...more,
});

export const start = (level: string, more: Partial<Of<'StartResponse'>> = {}): Of<'StartResponse'> => ({
  type: 'StartResponse',
  incidentId,
  level,
  decision: by(DECIDER[level] ?? ''),
  expectedHours: 24,
  reason: '研判',
  ...more,
});

export const adjust = (level: string, more: Partial<Of<'AdjustResponse'>> = {}): Of<'AdjustResponse'> => ({
  type: 'AdjustResponse',
  incidentId,
  level,
  decision: by('commander'),
  reason: '研判',
  ...more,
});

export const ALL_MET = { siteControlled: true, environmentMeetsStandards: true, secondaryHazardsRemoved: true };

export const end = (post: string, more: Partial<Of<'TerminateResponse'>> = {}): Of<'TerminateResponse'> => ({
  type: 'TerminateResponse',
  incidentId,
  conditions: ALL_MET,
  approval: by('commander'),
  decision: by(post),
  ...more,
});

export const transfer = (more: Partial<Of<'TransferCommand'>> = {}): Of<'TransferCommand'> => ({
  type: 'TransferCommand',
  incidentId,
  to: 'provincialCommand',
  person: '省里某人',
  means: 'inPerson',
  ...more,
});
