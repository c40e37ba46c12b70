import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepEqual } from './keepEqual.ts';

const copy = <T>(value: T): T => structuredClone(value);

describe('what says the same stays the same object', () => {
  const before = {
    at: 1,
    tasks: [
      { taskId: 'a', state: 'assigned', notes: [{ entryId: 'n1', text: '到' }] },
      { taskId: 'b', state: 'assigned', notes: [] },
      { taskId: 'c', state: 'assigned', notes: [] },
    ],
  };

  it('an equal answer is the one before', () => expect(keepEqual(before, copy(before))).toBe(before));

  it('one changed row is new, the others are not', () => {
    const after = copy(before);
    const [first, second] = after.tasks;
    if (second) second.state = 'accepted';
    const kept = keepEqual(before, after);
    expect(kept).toEqual(after);
    expect(kept.tasks[0]).toBe(before.tasks[0]);
    expect(kept.tasks[0]).not.toBe(first);
    expect(kept.tasks[1]).not.toBe(before.tasks[1]);
    expect(kept.tasks[1]?.notes).toBe(before.tasks[1]?.notes);
    expect(kept.tasks[2]).toBe(before.tasks[2]);
  });

  it('rows that moved up are found again', () => {
    const after = { ...copy(before), tasks: copy(before.tasks.slice(1)) };
    const kept = keepEqual(before, after);
    expect(kept.tasks).toHaveLength(2);
    expect(kept.tasks[0]).toBe(before.tasks[1]);
    expect(kept.tasks[1]).toBe(before.tasks[2]);
  });

  it('a field that went, came or turned into a list is seen', () => {
    expect(keepEqual<unknown>({ a: 1, b: undefined }, { a: 1 })).toStrictEqual({ a: 1 });
    expect(keepEqual<unknown>({ a: 1 }, { a: 1, b: undefined })).toStrictEqual({ a: 1, b: undefined });
    expect(keepEqual<unknown>({ 0: 'x' }, ['x'])).toStrictEqual(['x']);
    expect(keepEqual<unknown>(['x', 'y'], ['x'])).toStrictEqual(['x']);
  });

  it('what every object inherits is nothing that was there', () => {
    const kept = keepEqual<object>({}, JSON.parse('{"__proto__":{}}') as object);
    expect(Object.getOwnPropertyDescriptor(kept, '__proto__')?.value).not.toBe(Object.prototype);
  });

  it('always says what the new answer says, and changes neither', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const [oneWas, otherWas] = [copy(one), copy(other)];
        expect(keepEqual<unknown>(one, other)).toStrictEqual(otherWas);
        expect(keepEqual<unknown>(one, copy(one))).toStrictEqual(oneWas);
        expect(one).toStrictEqual(oneWas);
        expect(other).toStrictEqual(otherWas);
      }),
    );
  });
});
