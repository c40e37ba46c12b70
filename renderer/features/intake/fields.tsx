/** The kinds of fields of the 接报 page, each bound to its place in the form. 正在核实 is a value of every one. */
import { useState } from 'react';
import { readNow } from '#renderer/app/clock/clock.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { TimeField } from '#renderer/ui/TimeField.tsx';
import { NO_TIME, type TimeValue, timeKind } from '#renderer/ui/timeValue.ts';
import { parseQuantity } from '#shared/domain/quantity.ts';
import type { Timed } from '#shared/plan/facts.ts';
import type { PlanDetail, PlanFigure } from '#shared/plan/schema.ts';
import { Field } from './Field.tsx';
import { type IntakeForm, listOf, withKey } from './intakeForm.ts';
import { PickField } from './PickField.tsx';
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
  const t = useT();
  const label = useLabel();
  const { form, update, errorOf } = useIntake();
  const { plan } = usePlanWords();
  const path = `details.${detail.id}`;
  const value = form.details[detail.id];
  const common = {
    label: label(detail),
    value: value ?? '',
    unknown: value === null,
    placeholder: value === null ? t('ui.unknown') : '',
    error: errorOf(path),
    onChange: (text: string) =>
      update(path, (before) => ({
        ...before,
        details: withKey(before.details, detail.id, text === '?' ? null : text),
      })),
  };
  const list = listOf(plan, detail);
  return (
    <Field path={path} wide={wide}>
      {list !== null ? (
        <PickField {...common} choices={list.map((item) => ({ id: item.id, label: label(item) }))} />
      ) : detail.input === 'longText' ? (
        <TextArea {...common} rows={2} />
      ) : (
        <TextField {...common} />
      )}
    </Field>
  );
}

export function FigureInput({ figure }: { figure: PlanFigure }) {
  const t = useT();
  const label = useLabel();
  const words = usePlanWords();
  const { form, update, errorOf } = useIntake();
  const [left, setLeft] = useState(false);
  const path = `figures.${figure.id}`;
  const text = form.figures[figure.id] ?? '';
  const quantity = parseQuantity(text);
  const unknown = quantity?.kind === 'unknown';
  const isBad = text.trim() !== '' && quantity === null;
  return (
    <Field path={path}>
      <TextField
        label={label(figure)}
        value={unknown ? '' : text}
        unknown={unknown}
        placeholder={unknown ? t('ui.unknown') : ''}
        // An exact number reads the same as typed; the other kinds show how they were understood.
        inside={quantity !== null && !unknown && quantity.kind !== 'exact' && words.quantity(figure.id, quantity)}
        error={errorOf(path) ?? (left && isBad ? t('intake.error.quantity') : null)}
        onFocus={() => setLeft(false)}
        onBlur={() => setLeft(true)}
        onChange={(next) =>
          update(path, (before) => ({ ...before, figures: withKey(before.figures, figure.id, next) }))
        }
      />
    </Field>
  );
}
