/** What new and acknowledged alarms do to windows and notifications. Pure; the alarms themselves are the log's. */
import type { AlarmRow } from '#shared/contract/rows.ts';

export type Attention = {
  /** Not seen before: each brings the window to the front, notifies and flashes. */
  fresh: AlarmRow[];
  /** Whether the alarm window belongs on the screen. */
  show: boolean;
  badge: number;
};

/** An alarm and how much of it has called: what joins it is heard anew. */
export const callOf = ({ alarmId, stagesCalled }: AlarmRow): string => `${alarmId} ${stagesCalled}`;

/**
 * Only open alarms of clocks count: a reminder has its line and its soft tone, no window. After a restart all open ones
 * are fresh again: nobody may have heard them.
 */
export function attention(seen: ReadonlySet<string>, alarms: readonly AlarmRow[]): Attention {
  const open = alarms.filter(({ kind, acknowledged }) => kind === 'alarm' && acknowledged === null);
  return { fresh: open.filter((alarm) => !seen.has(callOf(alarm))), show: open.length > 0, badge: open.length };
}

/** Sleeping would miss the next stage; an idle desk may sleep. */
export const keepsAwake = (clocks: number, alarms: number): boolean => clocks + alarms > 0;
