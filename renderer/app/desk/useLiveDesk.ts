/** The live desk and who acts on it, whatever desk is on the screen. undefined until it is read, and before it has a plan. */
import type { DeskRow, OfficerRow } from '#shared/contract/rows.ts';
import { useChosenOfficer } from '../identity/identity.ts';
import { actingOfficer } from './DeskProvider.tsx';
import { useLiveDeskId } from './hostInfo.ts';
import { useQueryOf } from './useDeskQuery.ts';

export function useLiveDesk(): { desk: DeskRow; officer: OfficerRow } | undefined {
  const { data: desk } = useQueryOf(useLiveDeskId(), { type: 'getDesk' });
  const chosen = useChosenOfficer();
  return desk && desk.planId !== null ? { desk, officer: actingOfficer(desk, chosen) } : undefined;
}
