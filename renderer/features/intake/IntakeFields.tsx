/**
 * The fields of a call in reading order: when, where and what, people, situation, who called. What is rare stands behind
 * 更多 and is out of the tab path until it is opened. Which fields there are is the plan package's business.
 */

import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import type { TriState } from '#shared/plan/facts.ts';
import type { PlanDetail } from '#shared/plan/schema.ts';
import { type Chip, ChipGroup } from './ChipGroup.tsx';
import { Field, Section } from './Field.tsx';
import { DetailInput, FigureInput, TimeInput } from './fields.tsx';
import styles from './Intake.module.css';
import { type DurationEntry, type IntakeForm, TIME_FIELDS, withKey } from './intakeForm.ts';
import { useIntake } from './useIntakeForm.ts';

const COLUMNS = 4;
const NO_DURATION: DurationEntry = { started: NO_TIME, ended: NO_TIME, forecast: '' };

export function IntakeFields({ more }: { more: boolean }) {
  const t = useT();
  const { plan } = useDesk();
  const asked = (group: PlanDetail['group']) =>
    plan.details.filter((detail) => detail.group === group && detail.askedAtIntake);
  // Who told us stands beside when: it is the first thing a caller says.
  const [source, ...callers] = asked('caller');
  return (
    <>
      <Section title={t('intake.when')} hint={t('intake.when.hint')}>
        <div className={styles.grid}>
          {TIME_FIELDS.map((name, index) => (
            <TimeInput
              key={name}
              path={name}
              label={t(`intake.${name}`)}
              read={(form) => form[name]}
              write={(form, value) => ({ ...form, [name]: value })}
              autoFocus={index === 0}
            />
          ))}
          {source && <DetailInput detail={source} />}
        </div>
      </Section>
      <Section title={t('intake.whereAndWhat')}>
        <Details details={asked('where')} />
        <Details details={asked('what')} />
        <div className={styles.grid}>
          <Nature />
          <DurationStarts />
        </div>
      </Section>
      <Section title={t('intake.people')} hint={t('intake.people.hint')}>
        <div className={styles.figures}>
          {plan.figures
            .filter((figure) => figure.askedAtIntake)
            .map((figure) => (
              <FigureInput key={figure.id} figure={figure} />
            ))}
        </div>
      </Section>
      <Section title={t('intake.situation')}>
        <div className={styles.situation}>
          {asked('situation').map((detail) => (
            <DetailInput key={detail.id} detail={detail} />
          ))}
        </div>
        <Details details={callers} />
      </Section>
      {more && <MoreFields />}
    </>
  );
}

/** A row of details; the first free text takes what the row leaves. */
function Details({ details }: { details: readonly PlanDetail[] }) {
  const growing = details.length % COLUMNS === 0 ? -1 : details.findIndex(({ input }) => input === 'text');
  return (
    <div className={styles.grid}>
      {details.map((detail, index) => (
        <DetailInput key={detail.id} detail={detail} wide={index === growing} />
      ))}
    </div>
  );
}

function Nature() {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const { form, update, errorOf } = useIntake();
  const path = 'conditions';
  const ring = [null, 'yes', 'no', 'unknown'] as const;
  const put = (change: (before: IntakeForm) => IntakeForm) => update(path, change);
  const judged =
    (key: 'conditions' | 'marks') =>
    (item: { id: string; label: string; labelEn: string }): Chip => ({
      id: item.id,
      label: label(item),
      value: form[key][item.id] ?? null,
      values: ring,
      onChange: (value: TriState | null) =>
        put((before) => ({ ...before, [key]: withKey(before[key], item.id, value ?? undefined) })),
    });
  const running = plan.durations.map(
    (duration): Chip => ({
      id: duration.id,
      label: label(duration),
      value: form.durations[duration.id] === undefined ? null : 'yes',
      values: [null, 'yes'],
      onChange: (value) =>
        put((before) => ({
          ...before,
          durations: withKey(before.durations, duration.id, value === null ? undefined : NO_DURATION),
        })),
    }),
  );
  return (
    <div data-field={path} className={styles.nature}>
      <ChipGroup
        label={t('intake.nature')}
        chips={[
          ...plan.conditions.filter((condition) => condition.askedAtIntake).map(judged('conditions')),
          ...running,
          ...plan.marks.map(judged('marks')),
        ]}
        error={errorOf(path)}
      />
    </div>
  );
}

const changed = (form: IntakeForm, id: string, change: Partial<DurationEntry>): IntakeForm => ({
  ...form,
  durations: { ...form.durations, [id]: { ...(form.durations[id] ?? NO_DURATION), ...change } },
});

function DurationStarts() {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const { form } = useIntake();
  return plan.durations
    .filter(({ id }) => form.durations[id] !== undefined)
    .map((duration) => (
      <TimeInput
        key={duration.id}
        path={`durations.${duration.id}.startedAt`}
        label={t('intake.durationStart', { duration: label(duration) })}
        read={(now) => now.durations[duration.id]?.started ?? NO_TIME}
        write={(now, started) => changed(now, duration.id, { started })}
      />
    ));
}

function MoreFields() {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const { form, update, errorOf } = useIntake();
  const rareDetails = plan.details.filter((detail) => !detail.askedAtIntake);
  return (
    <Section title={t('intake.more')}>
      <div className={styles.grid} data-more="">
        {plan.figures
          .filter((figure) => !figure.askedAtIntake)
          .map((figure) => (
            <FigureInput key={figure.id} figure={figure} />
          ))}
        {plan.durations
          .filter(({ id }) => form.durations[id] !== undefined)
          .map((duration) => (
            <Field key={duration.id} path={`durations.${duration.id}.forecastHours`}>
              <TextField
                label={t('intake.durationForecast', { duration: label(duration) })}
                inputMode="numeric"
                value={form.durations[duration.id]?.forecast ?? ''}
                error={errorOf(`durations.${duration.id}.forecastHours`)}
                onChange={(forecast) =>
                  update(`durations.${duration.id}.forecastHours`, (now) => changed(now, duration.id, { forecast }))
                }
              />
            </Field>
          ))}
        {plan.durations
          .filter(({ id }) => form.durations[id] !== undefined)
          .map((duration) => (
            <TimeInput
              key={duration.id}
              path={`durations.${duration.id}.endedAt`}
              label={t('intake.durationEnd', { duration: label(duration) })}
              read={(now) => now.durations[duration.id]?.ended ?? NO_TIME}
              write={(now, ended) => changed(now, duration.id, { ended })}
            />
          ))}
        <TimeInput
          path="observedAt"
          label={t('intake.observedAt')}
          read={(now) => now.observedAt}
          write={(now, observedAt) => ({ ...now, observedAt })}
        />
        {rareDetails.map((detail) => (
          <DetailInput key={detail.id} detail={detail} />
        ))}
        <Field path="disposition.title" wide>
          <TextField
            label={t('intake.incidentTitle')}
            placeholder={t('intake.incidentTitle.auto')}
            value={form.title}
            error={errorOf('disposition.title')}
            onChange={(title) => update('disposition.title', (now) => ({ ...now, title }))}
          />
        </Field>
      </div>
    </Section>
  );
}
