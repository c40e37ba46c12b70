/** 正在核实 as one key, for whatever field stands at a path; once more takes it back. */
import { NO_TIME, type TimeValue, timeKind } from '#renderer/ui/timeValue.ts';
import { type IntakeForm, withKey } from './intakeForm.ts';

const UNKNOWN: TimeValue = { text: '?', timed: null };
const toggled = (value: TimeValue): TimeValue => (timeKind(value) === 'unknown' ? NO_TIME : UNKNOWN);

export function markUnknown(form: IntakeForm, path: string): IntakeForm {
  const [head = '', id = '', part] = path.split('.');
  switch (head) {
    case 'occurredAt':
    case 'discoveredAt':
      return { ...form, [head]: toggled(form[head]) };
    case 'details':
      return {
        ...form,
        details: withKey<string | null>(form.details, id, form.details[id] === null ? undefined : null),
      };
    case 'figures':
      return { ...form, figures: withKey(form.figures, id, form.figures[id] === '?' ? undefined : '?') };
    case 'durations': {
      const duration = form.durations[id];
      if (duration === undefined || part !== 'startedAt') return form;
      return { ...form, durations: { ...form.durations, [id]: { ...duration, started: toggled(duration.started) } } };
    }
    default:
      return form;
  }
}
