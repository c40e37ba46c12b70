/** The words for alarms: which clocks called, and at which stage. */
import type { AlarmAbout } from '#shared/domain/alarm/about.ts';
import type { AlarmEventType } from '#shared/domain/alarm/events.ts';
import { formatSeconds } from '../format/duration.ts';
import type { Descriptions, EntryContext } from './entryTypes.ts';
import { nameOf, unitsText } from './wording.ts';

export type StageKind = 'dueSoon' | 'due' | 'repeat' | 'attention' | 'remind';
export const stageKind = (stage: string): StageKind => {
  if (stage.startsWith('repeat')) return 'repeat';
  if (stage.startsWith('attention')) return 'attention';
  if (stage.startsWith('remind')) return 'remind';
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

const REMINDERS = ['signature', 'unit', 'instruction', 'reinforcement'] as const;
const WARNING_REMINDERS = ['ack', 'review', 'action'] as const;

/** What a reminder's key (incident/kind/…, warning/id/kind/… or clue/id) is about. */
function reminderName(key: string, { incidentId, warningId }: AlarmAbout, t: EntryContext['t']): string {
  if (warningId !== undefined) {
    const of = WARNING_REMINDERS.find((each) => each === key.split('/')[2]);
    return t(`entries.remind.${of ?? 'action'}`);
  }
  if (incidentId === undefined) return t('entries.remind.clue');
  const kind = REMINDERS.find((each) => each === key.split('/')[1]);
  return t(`entries.remind.${kind ?? 'task'}`);
}

type Stage = { key: string; stage: string; stageAt: number };

function stageText({ key, stage }: Stage, about: AlarmAbout, context: EntryContext): string {
  const kind = stageKind(stage);
  if (kind === 'remind') return reminderName(key, about, context.t);
  return `${clockName(context, key)} ${context.t(`entries.stage.${kind}`)}`;
}

/** Below this it came at its instant. */
const IN_TIME_MS = 2000;

/** How long after its instant the latest one was heard: after sleep, a start or a stopped machine. */
function latenessText(stages: readonly Stage[], calledAt: number | null, { t }: EntryContext): string | null {
  const lateMs = calledAt === null ? 0 : Math.max(...stages.map(({ stageAt }) => calledAt - stageAt));
  return lateMs <= IN_TIME_MS ? null : t('entries.heardLate', { time: formatSeconds(lateMs / 1000) });
}

/** Each clock once, at its latest stage: what called at 到时 and again since is 超时未报. */
const latestStages = (stages: readonly Stage[]): Stage[] =>
  stages.filter(
    ({ key, stageAt }, index) =>
      !stages.some(
        (other, at) => other.key === key && (other.stageAt > stageAt || (other.stageAt === stageAt && at > index)),
      ),
  );

const stagesText = (stages: readonly Stage[], about: AlarmAbout, context: EntryContext): string =>
  latestStages(stages)
    .map((stage) => stageText(stage, about, context))
    .join(context.t('entries.and'));

export const alarmDescriptions: Descriptions<AlarmEventType> = {
  AlarmRaised: ({ kind, calledAt, stages, ...about }, context) => ({
    sentence: context.t.parts(kind === 'reminder' ? 'entries.AlarmRaised.reminder' : 'entries.AlarmRaised', {
      stages: stagesText(stages, about, context),
    }),
    aside: [latenessText(stages, calledAt, context)],
  }),
  AlarmJoined: ({ calledAt, stages, ...about }, context) => ({
    sentence: context.t.parts('entries.AlarmJoined', { stages: stagesText(stages, about, context) }),
    aside: [latenessText(stages, calledAt, context)],
  }),
  AlarmSilenced: ({ stage, reason, ...about }, context) => ({
    sentence: context.t.parts('entries.AlarmSilenced', { stage: stageText(stage, about, context), reason }),
    aside: [],
  }),
  AlarmAcknowledged: (_, context) => ({ sentence: context.t.parts('entries.AlarmAcknowledged'), aside: [] }),
};
