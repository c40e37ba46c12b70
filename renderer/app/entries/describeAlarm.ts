/** The words for alarms: which clocks called, and at which stage. */
import type { AlarmEventType } from '#shared/domain/alarm/events.ts';
import type { Descriptions, EntryContext } from './entryTypes.ts';
import { nameOf, unitsText } from './wording.ts';

export type StageKind = 'dueSoon' | 'due' | 'repeat' | 'attention';
export const stageKind = (stage: string): StageKind => {
  if (stage.startsWith('repeat')) return 'repeat';
  if (stage.startsWith('attention')) return 'attention';
  return stage === 'dueSoon' ? 'dueSoon' : 'due';
};

/** Rule and recipient, read from an obligation's key (incident/rule/recipient/trigger/generation). */
export function clockName(context: Pick<EntryContext, 'plan' | 'label' | 't'>, key: string): string {
  const [, rule = '', recipient = ''] = key.split('/');
  const full = context as EntryContext;
  const name = nameOf(full, full.plan.reportingRules, rule);
  const known = full.plan.units.some(({ id }) => id === recipient);
  return known ? `${name} → ${unitsText(full, [recipient])}` : name;
}

type Stage = { key: string; stage: string; stageAt: number };

/** Each clock once, at its latest stage: what called at 到时 and again since is 超时未报. */
const latestStages = (stages: readonly Stage[]): Stage[] =>
  stages.filter(
    ({ key, stageAt }, index) =>
      !stages.some(
        (other, at) => other.key === key && (other.stageAt > stageAt || (other.stageAt === stageAt && at > index)),
      ),
  );

export const alarmDescriptions: Descriptions<AlarmEventType> = {
  AlarmRaised: ({ stages }, context) => ({
    sentence: context.t.parts('entries.AlarmRaised', {
      stages: latestStages(stages)
        .map(({ key, stage }) => `${clockName(context, key)} ${context.t(`entries.stage.${stageKind(stage)}`)}`)
        .join(context.t('entries.and')),
    }),
    aside: [],
  }),
  AlarmAcknowledged: (_, context) => ({ sentence: context.t.parts('entries.AlarmAcknowledged'), aside: [] }),
};
