/** Every fault of a command's shape has a path and a stable code. */
import { describe, expect, test } from 'vitest';
import { commandIssues } from './commandIssues.ts';
import { commandSchema, commandTypes } from './commands.ts';

function issues(input: unknown): string[] {
  const parsed = commandSchema.safeParse(input);
  return parsed.success ? [] : commandIssues(parsed.error, input).map(({ path, code }) => `${path} ${code}`);
}
const note = (text: unknown) => ({ type: 'AddNote', incidentId: 'i1', text });
const figures = (values: unknown, more = {}) => ({ type: 'RecordFigures', incidentId: 'i1', figures: values, ...more });

describe('one code a fault', () => {
  const cases: [unknown, string[]][] = [
    [null, [' wrongType']],
    [[], [' wrongType']],
    [{}, ['type missing']],
    [{ type: 'Explode' }, ['type notInList']],
    [note('x'), []],
    [note(undefined), ['text missing']],
    [note(7), ['text wrongType']],
    [note(''), ['text tooShort']],
    [note('  \n '), ['text tooShort']],
    [note('长'.repeat(5000)), []],
    [note('长'.repeat(5001)), ['text tooLong']],
    [note('长'.repeat(30_000)), ['text tooLong']],
    [note('a\u0000b'), ['text controlCharacters']],
    [note('a\u202Eb'), ['text controlCharacters']],
    [note('第一行\n第二行'), []],
    [{ ...note('x'), colour: 'red', size: 3 }, ['colour unknownField', 'size unknownField']],
    [{ ...note('x'), incidentId: '../../etc' }, ['incidentId id']],
    [{ ...note('x'), incidentId: 'x'.repeat(65) }, ['incidentId id']],
    [{ ...note('x'), happenedAt: '2013-11-22T02:12' }, ['happenedAt instant']],
    [{ ...note('x'), happenedAt: '2013-02-30T02:12Z' }, ['happenedAt instant']],
    [{ ...note('x'), happenedAt: { at: 'now', precision: 'about' } }, ['happenedAt.at instant']],
    [{ ...note('x'), happenedAt: 12 }, ['happenedAt wrongType']],
    [figures({ dead: -1 }), ['figures.dead tooSmall']],
    [figures({ dead: 1e9 }), ['figures.dead tooBig']],
    [figures({ dead: 'many' }), ['figures.dead quantity']],
    [figures({ dead: '-3' }), ['figures.dead quantity']],
    [figures({ dead: { kind: 'range', from: 5, to: 2 } }), ['figures.dead rangeOrder']],
    [figures({ dead: { kind: 'odd' } }), ['figures.dead.kind notInList']],
    [figures({ dead: null }), ['figures.dead wrongType']],
    [figures({ 死: 1 }), ['figures.死 id']],
    [figures([]), ['figures wrongType']],
    [figures({ dead: 1 }, { source: '两\n行' }), ['source controlCharacters']],
    [
      { type: 'RecordReport', incidentId: 'i1', reportId: 'r1', kind: 'initial', form: 'fax', recipients: [] },
      ['form notInList', 'recipients tooShort'],
    ],
    [
      { type: 'RecordReport' },
      ['incidentId missing', 'reportId missing', 'kind missing', 'form missing', 'recipients missing'],
    ],
  ];
  test.each(cases)('%j', (input, expected) => {
    expect(issues(input)).toEqual(expected);
  });
});

test('every command names itself by one type', () => {
  expect(new Set(commandTypes).size).toBe(commandTypes.length);
});
