/** The kinds of fields of the 接报 page, each bound to its place in the form. 正在核实 is a value of every one. */
import { readNow } from '#renderer/app/clock/clock.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { DetailField } from '#renderer/app/plan/DetailField.tsx';
import { FigureField } from '#renderer/app/plan/FigureField.tsx';
import { TimeField } from '#renderer/ui/TimeField.tsx';
import { NO_TIME, type TimeValue, timeKind } from '#renderer/ui/timeValue.ts';
import type { Timed } from '#shared/plan/facts.ts';
import type { PlanDetail, PlanFigure } from '#shared/plan/schema.ts';
import { Field } from './Field.tsx';
import { type IntakeForm, withKey } from './intakeForm.ts';
import { useIntake } from './useIntakeForm.ts';

type TimeInputProps = {
  path: string;
  label: string;
  read: (form: IntakeForm) => TimeValue;
  write: (form: IntakeForm, value: TimeValue) => IntakeForm;
  autoFocus?: boolean;
};

export function TimeInput({ path, label, read, write, autoFocus = false }: TimeInputProps) {
  const t = useT();
  const format = useFormat();
  const { form, update, errorOf } = useIntake();
  const value = read(form);
  const unknown = timeKind(value) === 'unknown';
  const meaning = (timed: Timed) => {
    const now = readNow();
    const day = `${format.dayHint(timed.at, now)} ${format.day(timed.at)}`;
    return timed.at > now + 60_000 ? `${day} ${t('ui.time.future')}` : day;
  };
  return (
    <Field path={path}>
      <TimeField
        label={label}
        // Hatched and empty, so that typing replaces it.
        value={unknown ? NO_TIME : value}
        unknown={unknown}
        placeholder={unknown ? t('ui.unknown') : ''}
        onChange={(next) => update(path, (before) => write(before, next))}
        now={readNow}
        timeZone={format.timeZone}
        meaning={meaning}
        error={errorOf(path)}
        autoFocus={autoFocus}
      />
    </Field>
  );
}

export function DetailInput({ detail, wide }: { detail: PlanDetail; wide?: boolean }) {
  const { form, update, errorOf } = useIntake();
  const path = `details.${detail.id}`;
  return (
    <Field path={path} wide={wide}>
      <DetailField
        detail={detail}
        value={form.details[detail.id]}
        error={errorOf(path)}
        onChange={(value) =>
          update(path, (before) => ({ ...before, details: withKey(before.details, detail.id, value) }))
        }
      />
    </Field>
  );
}

export function FigureInput({ figure }: { figure: PlanFigure }) {
  const { form, update, errorOf } = useIntake();
  const path = `figures.${figure.id}`;
  return (
    <Field path={path}>
      <FigureField
        figure={figure}
        text={form.figures[figure.id] ?? ''}
        error={errorOf(path)}
        onChange={(text) =>
          update(path, (before) => ({ ...before, figures: withKey(before.figures, figure.id, text) }))
        }
      />
    </Field>
  );
}
