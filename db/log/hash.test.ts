import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './hash.ts';

/** Word for word what it says: every value on its own, keys sorted. */
function spelledOut(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => spelledOut(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const keys = Object.keys(value).filter((key) => (value as Record<string, unknown>)[key] !== undefined);
  const parts = keys
    .sort()
    .map((key) => `${JSON.stringify(key)}:${spelledOut((value as Record<string, unknown>)[key])}`);
  return `{${parts.join(',')}}`;
}

const key = fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom('10', '9', '1a', '__proto__', 'z', 'a', '值班'));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.double(),
    fc.constantFrom(null, undefined, true, -0, 12, '\ud83d'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: false }),
  ),
}));

test('[LOG-3] canonical JSON of whatever comes is its sorted keys and each value as it is', () => {
  fc.assert(
    fc.property(value, (any) => {
      expect(canonicalJson(any)).toBe(spelledOut(any));
    }),
    { numRuns: 3000 },
  );
});

test('[LOG-3] numbers among the keys are sorted as texts', () => {
  expect(canonicalJson({ b: 1, '10': [undefined, { '9': 0, '1': undefined }], '9': 2 })).toBe(
    '{"10":[null,{"9":0}],"9":2,"b":1}',
  );
});
