/**
 * Reads the desk that the address names and provides it to the screens. A live desk that is not set up yet, or has no
 * officer, shows `setup` instead.
 */
import { type ReactNode, useEffect, useMemo } from 'react';
import type { DeskRow, OfficerRow } from '#shared/contract/rows.ts';
import { servingOfficers } from '#shared/domain/people/serving.ts';
import { useChosenOfficer } from '../identity/identity.ts';
import { enterPractice, leavePractice } from '../practice/practice.ts';
import { usePlace } from '../routes/navigation.ts';
import { DeskContext, type DeskValue } from './deskContext.ts';
import { useLiveDeskId } from './hostInfo.ts';
import type { QueryFailure } from './queryCache.ts';
import { useQueryOf } from './useDeskQuery.ts';

const NOBODY: OfficerRow = { officerId: 'nobody', name: '—', post: '—' };

export function actingOfficer(desk: DeskRow, chosen: string | null): OfficerRow {
  const serving = servingOfficers(desk);
  const byId = (officerId: string | undefined) => serving.find((officer) => officer.officerId === officerId);
  const onWatch = desk.onDuty.find(({ duty }) => duty === 'watch');
  return byId(chosen ?? undefined) ?? byId(onWatch?.officerId) ?? serving[0] ?? NOBODY;
}

/** The program runs, but not this desk: after a restart a practice replay is opened again by hand. */
export const isGone = (failure: QueryFailure | undefined): boolean =>
  failure?.kind === 'refused' && failure.error.code === 'unknownDesk';

type DeskProviderProps = {
  children: ReactNode;
  setup: ReactNode;
  waiting: (failure: QueryFailure | undefined, retry: () => void) => ReactNode;
};

export function DeskProvider({ children, setup, waiting }: DeskProviderProps) {
  const liveDeskId = useLiveDeskId();
  const deskId = usePlace((place) => place.deskId) ?? liveDeskId;
  const { data: desk, failure, reload } = useQueryOf(deskId, { type: 'getDesk' });
  const planQuery = desk?.planId ? ({ type: 'getPlan' } as const) : null;
  const { data: plan, failure: planFailure } = useQueryOf(deskId, planQuery);
  const chosen = useChosenOfficer();

  const span = desk?.span ?? null;
  useEffect(() => {
    if (desk && span) enterPractice(desk.deskId, span);
    else leavePractice();
  }, [desk, span]);

  const value = useMemo<DeskValue | null>(
    () =>
      desk && plan ? { desk, plan, officer: actingOfficer(desk, chosen), readOnly: desk.kind === 'practice' } : null,
    [desk, plan, chosen],
  );
  // What is still on the screen of a desk that is gone is no desk.
  if (!desk || isGone(failure)) return waiting(failure, reload);
  if (desk.kind !== 'practice' && (desk.planId === null || desk.officers.length === 0)) return setup;
  if (value === null) return waiting(planFailure, reload);
  return <DeskContext.Provider value={value}>{children}</DeskContext.Provider>;
}
