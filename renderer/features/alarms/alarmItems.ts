/** What an incident's alarms are about: each clock once, at its latest stage, as it stands now. */

import { type StageKind, stageKind } from '#renderer/app/entries/describeAlarm.ts';
import type { AlarmStage } from '#shared/domain/alarm/alarm.ts';
import type { Obligation } from '#shared/plan/assessment.ts';
import type { AlarmGroup } from './useLiveAlarms.ts';

export type AlarmItem = {
  key: string;
  kind: StageKind;
  stageAt: number;
  obligation: Obligation | null;
  /** What of it nobody acknowledged and nobody silenced. */
  open: readonly { alarmId: string; stage: AlarmStage }[];
};
export type AlarmTone = 'amber' | 'red' | 'quiet';

const UNMET = new Set(['pending', 'dueSoon', 'overdue', 'immediate', 'open']);
const ORDER: readonly StageKind[] = ['repeat', 'due', 'attention', 'dueSoon', 'remind'];

export function alarmItems({ alarms, incident }: Pick<AlarmGroup, 'alarms' | 'incident'>): AlarmItem[] {
  const calls = alarms.flatMap(({ alarmId, stages }) => stages.map((stage) => ({ alarmId, stage })));
  const items = [...Map.groupBy(calls, ({ stage }) => stage.key)].map(([key, open]): AlarmItem => {
    const [first, ...others] = open.map(({ stage }) => stage);
    const latest = others.reduce((a, b) => (b.stageAt >= (a?.stageAt ?? 0) ? b : a), first) as AlarmStage;
    const obligation = incident?.assessment.obligations.find((item) => item.key === key) ?? null;
    return { key, kind: stageKind(latest.stage), stageAt: latest.stageAt, obligation, open };
  });
  return items.toSorted(
    (a, b) =>
      Number(isMet(a)) - Number(isMet(b)) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.stageAt - b.stageAt,
  );
}

export const isMet = ({ obligation }: Pick<AlarmItem, 'obligation'>): boolean =>
  obligation !== null && !UNMET.has(obligation.state);

/**
 * Red only for what is late; amber for what comes due and for 立即, which has no number and so is never late; what is no
 * obligation has no colour of clocks [ux 1].
 */
export function toneOf(items: readonly Pick<AlarmItem, 'kind'>[]): AlarmTone {
  const kinds = new Set(items.map(({ kind }) => kind));
  if (kinds.has('repeat') || kinds.has('due')) return 'red';
  return kinds.has('remind') ? 'quiet' : 'amber';
}
