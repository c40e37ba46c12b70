/** What an incident's alarms are about: each clock once, at its latest stage, as it stands now. */

import { type StageKind, stageKind } from '#renderer/app/entries/describeAlarm.ts';
import type { Obligation } from '#shared/plan/assessment.ts';
import type { AlarmGroup } from './useLiveAlarms.ts';

export type AlarmItem = { key: string; kind: StageKind; stageAt: number; obligation: Obligation | null };
export type AlarmTone = 'amber' | 'red';

const UNMET = new Set(['pending', 'dueSoon', 'overdue', 'immediate', 'open']);
const ORDER: readonly StageKind[] = ['repeat', 'due', 'attention', 'dueSoon'];

export function alarmItems({ alarms, incident }: AlarmGroup): AlarmItem[] {
  const latest = new Map<string, AlarmItem>();
  for (const { key, stage, stageAt } of alarms.flatMap((alarm) => alarm.stages)) {
    const known = latest.get(key);
    if (known && known.stageAt > stageAt) continue;
    const obligation = incident?.assessment.obligations.find((item) => item.key === key) ?? null;
    latest.set(key, { key, kind: stageKind(stage), stageAt, obligation });
  }
  return [...latest.values()].toSorted(
    (a, b) =>
      Number(isMet(a)) - Number(isMet(b)) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.stageAt - b.stageAt,
  );
}

export const isMet = ({ obligation }: AlarmItem): boolean => obligation !== null && !UNMET.has(obligation.state);

/** Red only for what is late; amber for what comes due and for 立即, which has no number and so is never late [ux 1]. */
export function toneOf(items: readonly AlarmItem[]): AlarmTone {
  const kinds = new Set(items.map(({ kind }) => kind));
  return kinds.has('repeat') || kinds.has('due') ? 'red' : 'amber';
}
