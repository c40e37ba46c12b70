/** Evidence that the desk could call: the log tells on which day it was checked, by whom, and what was wrong. */
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision } from '../decision.ts';
import { faultsOf } from './selfCheck.ts';

export function recordSelfCheck({ how, results }: CommandOf<'RecordSelfCheck'>): Decision {
  const type = faultsOf(results).length === 0 ? 'SelfCheckPassed' : 'SelfCheckFailed';
  return accepted([{ stream: 'desk', type, payload: { how, results } }]);
}
