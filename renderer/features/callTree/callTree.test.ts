/** 附件6: the keys of the calls, and the command made of what is typed. */
import { describe, expect, it } from 'vitest';
import { firstBuiltinPlan } from '#renderer/platform/fakeApi.ts';
import type { CallStepRow } from '#shared/contract/rows.ts';
import type { CallNumber } from '#shared/domain/callTree/parts.ts';
import { calledNamed } from './calledNamed.ts';
import { callCommand, callFault, dialled, hasUntried, newCall, nextNumber } from './callForm.ts';
import { type CallPress, callKeyOf } from './callKeys.ts';

const press = (change: Partial<CallPress>): CallPress => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  repeat: false,
  inField: false,
  ...change,
});

describe('one key each', () => {
  it.each([
    ['1', { key: '1', code: 'Digit1' }, 'answered'],
    ['2', { key: '2', code: 'Digit2' }, 'noAnswer'],
    ['3 of the number pad', { key: '3', code: 'Numpad3' }, 'busy'],
    ['4', { key: '4', code: 'Digit4' }, 'wrongNumber'],
    ['5', { key: '5', code: 'Digit5' }, 'nextNumber'],
    ['0', { key: '0', code: 'Digit0' }, 'claim'],
    ['↓', { key: 'ArrowDown', code: 'ArrowDown' }, 'down'],
    ['↑ held down', { key: 'ArrowUp', code: 'ArrowUp', repeat: true }, 'up'],
    ['1 held down', { key: '1', code: 'Digit1', repeat: true }, null],
    ['1 while typing', { key: '1', code: 'Digit1', inField: true }, null],
    ['Alt 1 while typing', { key: '1', code: 'Digit1', inField: true, altKey: true }, 'answered'],
    ['Alt 1 that writes another sign', { key: '¡', code: 'Digit1', inField: true, altKey: true }, 'answered'],
    ['↓ while typing', { key: 'ArrowDown', code: 'ArrowDown', inField: true }, null],
    ['1 while composing', { key: '1', code: 'Digit1', isComposing: true }, null],
    ['Ctrl 1', { key: '1', code: 'Digit1', ctrlKey: true }, null],
    ['！', { key: '!', code: 'Digit1', shiftKey: true }, null],
    ['9', { key: '9', code: 'Digit9' }, null],
    ['a letter', { key: 'a', code: 'KeyA' }, null],
  ])('%s', (_, change, key) => expect(callKeyOf(press(change))).toBe(key));
});

const number = (digits: string, more: Partial<CallNumber> = {}): CallNumber => ({
  contactId: `k-${digits}`,
  name: '某人',
  unit: null,
  post: null,
  kind: 'mobile',
  number: digits,
  alternate: null,
  doubtfulFrom: null,
  tries: 0,
  lastResult: null,
  ...more,
});
const step = (more: Partial<CallStepRow> = {}): CallStepRow => ({
  stepId: 'c2-police',
  wave: 2,
  who: { label: '市公安局', labelEn: 'Police' },
  what: null,
  called: 'party',
  clause: null,
  provenance: null,
  addedBy: null,
  state: 'left',
  claim: null,
  tries: [],
  againAt: null,
  skipped: null,
  acknowledged: null,
  owesAcknowledgement: false,
  earlier: null,
  numbers: [number('110'), number('112')],
  ownNumbers: 2,
  contactId: 'plan-unit.police',
  ...more,
});
const subject = { incidentId: 'i1' };
const command = (form: Partial<ReturnType<typeof newCall>>, result: 'answered' | 'busy', of = step()) =>
  callCommand({ subject, runId: 'e9', step: of, form: { ...newCall(), ...form }, result });

describe('what is recorded of a call', () => {
  it('the first number to be tried and whose it is, where nothing was typed', () => {
    expect(dialled(newCall(), step())).toBe('110');
    expect(command({}, 'busy')).toEqual({
      type: 'RecordCallResult',
      subject,
      runId: 'e9',
      stepId: 'c2-police',
      result: 'busy',
      number: '110',
      contactId: 'k-110',
    });
  });

  it('a number typed by hand is nobody’s of the directory; none at all is none', () => {
    expect(command({ number: '0356-9' }, 'answered')).not.toHaveProperty('contactId');
    expect(command({}, 'answered', step({ numbers: [] }))).not.toHaveProperty('number');
  });

  it('who answered only where somebody did; the acknowledgement only of a recipient who owes it', () => {
    expect(command({ answeredBy: '李' }, 'busy')).not.toHaveProperty('answeredBy');
    expect(command({ answeredBy: '李' }, 'answered')).not.toHaveProperty('acknowledgedBy');
    const owing = step({ called: 'recipient', owesAcknowledgement: true });
    expect(command({ answeredBy: '李' }, 'answered', owing)).toMatchObject({ answeredBy: '李', acknowledgedBy: '李' });
    expect(command({ answeredBy: '李', acknowledge: false }, 'answered', owing)).not.toHaveProperty('acknowledgedBy');
    expect(callFault(newCall(), owing, 'answered')).toBe('acknowledgedByNeeded');
    expect(callFault(newCall(), owing, 'busy')).toBeNull();
  });

  it('a number that is none is named before anything is sent', () => {
    expect(callFault({ ...newCall(), number: '无' }, step(), 'busy')).toBe('numberWrong');
    expect(callFault({ ...newCall(), number: '' }, step(), 'busy')).toBeNull();
  });

  it('the next number goes round; after a call in vain one stays where another was never tried', () => {
    expect(nextNumber(newCall(), step())).toBe('112');
    expect(nextNumber({ ...newCall(), number: '112' }, step())).toBe('110');
    expect(nextNumber(newCall(), step({ numbers: [] }))).toBeNull();
    expect(hasUntried(newCall(), step())).toBe(true);
    expect(
      hasUntried({ ...newCall(), number: '112' }, step({ numbers: [number('112'), number('110', { tries: 1 })] })),
    ).toBe(false);
  });
});

describe('who is added', () => {
  const plan = firstBuiltinPlan();
  it.each([
    ['指挥长', '', { post: 'commander' }],
    ['市公安局', '', { party: 'police' }],
    ['市公安局', '110', { other: '市公安局', phone: '110' }],
    ['某村', '', { other: '某村' }],
  ])('%s %s', (name, phone, called) => expect(calledNamed(plan, name, phone)).toEqual(called));
});
