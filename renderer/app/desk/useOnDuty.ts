/** Who is on duty: now, or in a practice replay at the scrubber's instant. */
import type { DutyRow } from '#shared/contract/rows.ts';
import { useDesk } from './deskContext.ts';
import { useDeskQuery } from './useDeskQuery.ts';

const NOBODY: DutyRow[] = [];

export function useOnDuty(): DutyRow[] {
  const { desk, readOnly } = useDesk();
  const { data: board } = useDeskQuery(readOnly ? { type: 'getBoard' } : null);
  return readOnly ? (board?.onDuty ?? NOBODY) : desk.onDuty;
}
