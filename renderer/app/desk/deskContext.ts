/** What every screen stands on: the host's API, which desk is shown, its plan and who acts. Provided by the shell. */
import { createContext, useContext } from 'react';
import type { DeskApi } from '#shared/contract/deskApi.ts';
import type { DeskRow, OfficerRow } from '#shared/contract/rows.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { Drafts } from './drafts.ts';
import type { Executor } from './execute.ts';
import type { QueryCache } from './queryCache.ts';

export type Host = { api: DeskApi; cache: QueryCache; drafts: Drafts; execute: Executor };
export const HostContext = createContext<Host | null>(null);

export type DeskValue = {
  desk: DeskRow;
  plan: PlanPackage;
  /** Who acts: every command is recorded in this officer's name. */
  officer: OfficerRow;
  /** A practice replay takes no commands. */
  readOnly: boolean;
};
export const DeskContext = createContext<DeskValue | null>(null);

function present<T>(value: T | null, name: string): T {
  if (value === null) throw new Error(`${name} is missing: render inside the shell`);
  return value;
}

export const useHost = (): Host => present(useContext(HostContext), 'HostContext');
export const useDeskApi = (): DeskApi => useHost().api;
/** The desk on the screen: its row, plan and acting officer. */
export const useDesk = (): DeskValue => present(useContext(DeskContext), 'DeskContext');
export const useDeskId = (): string => useDesk().desk.deskId;

/** Before a desk is set up there is no plan, hence no zone of its own. */
export const useDeskZone = (): string => useContext(DeskContext)?.plan.timeZone ?? 'Asia/Shanghai';
