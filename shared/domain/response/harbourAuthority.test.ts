/**
 * The rules of who decides are the package's: under another plan, with four levels, other posts and another command
 * above, every post against every level again, written out by hand [rules §4].
 */
import { describe, expect, test } from 'vitest';
import { parsePlanPackage } from '#shared/plan/parsePlan.ts';
import harbour from '#shared/plan/testing/harbour-plan.json' with { type: 'json' };
import { adjust, by, end, start, transfer } from '../testing/responseCommands.ts';
import { minute, refusal, TestDesk } from '../testing/testDesk.ts';

const parsed = parsePlanPackage({ ...harbour, id: 'jincheng-pipeline-2026' });
if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
const { plan } = parsed;
const POSTS = ['harbourMaster', 'deputyMaster', 'shiftChief', 'clerk', 'coastDuty'];
const LEVELS = ['blue', 'yellow', 'orange', 'red'];
const MAY: Readonly<Record<string, readonly string[]>> = {
  blue: ['shiftChief'],
  yellow: ['shiftChief', 'deputyMaster'],
  orange: ['deputyMaster', 'harbourMaster'],
  red: ['harbourMaster'],
};
const opened = () =>
  new TestDesk(plan).do({
    type: 'TakeCall',
    callId: 'c1',
    receivedAt: minute('03:10'),
    disposition: { kind: 'open', incidentId: 'i1' },
  });
const begin = (level: string, post: string) => start(level, { decision: by(post) });
const running = (level: string) => opened().do(begin(level, MAY[level]?.[0] ?? ''));
const ended = (post: string, approver = 'harbourMaster') =>
  end(post, { conditions: { airClear: true }, approval: by(approver) });
const moves = LEVELS.flatMap((from) => LEVELS.filter((to) => to !== from).map((to) => ({ from, to })));

test('the table names every post and level', () => {
  expect(plan.posts.map(({ id }) => id)).toEqual(POSTS);
  expect(plan.levels.map(({ id }) => id)).toEqual(LEVELS);
});

describe.each(POSTS)('%s', (post) => {
  test.each(LEVELS)('starts %s', (level) => {
    const answer = opened().ask(begin(level, post));
    if (MAY[level]?.includes(post)) expect(answer.kind).toBe('accepted');
    else expect(refusal(answer)).toMatchObject({ code: 'noAuthority', clause: '戊', params: { may: MAY[level] } });
  });

  test.each(moves)('moves $from to $to: up the target’s authority, down the present one’s', ({ from, to }) => {
    const answer = running(from).ask(adjust(to, { decision: by(post) }));
    const decisive = LEVELS.indexOf(to) > LEVELS.indexOf(from) ? to : from;
    if (MAY[decisive]?.includes(post)) expect(answer.kind).toBe('accepted');
    else expect(refusal(answer).code).toBe('noAuthority');
  });

  test.each(LEVELS)('ends %s only where it started it', (level) => {
    for (const starter of MAY[level] ?? []) {
      const answer = opened().do(begin(level, starter)).ask(ended(post));
      if (post === starter) expect(answer.kind).toBe('accepted');
      else expect(refusal(answer).code).toBe(MAY[level]?.includes(post) ? 'notTheStarter' : 'noAuthority');
    }
  });

  test('approves an end', () => {
    const answer = running('blue').ask(ended('shiftChief', post));
    if (post === 'harbourMaster') expect(answer.kind).toBe('accepted');
    else expect(refusal(answer)).toMatchObject({ code: 'noAuthority', clause: '己' });
  });

  test('after the coast guard took over', () => {
    const answer = running('orange')
      .do(transfer({ to: 'coast' }))
      .ask(adjust('red', { decision: by(post) }));
    if (post === 'coastDuty') expect(answer.kind).toBe('accepted');
    else expect(refusal(answer)).toMatchObject({ code: 'commandTransferred', clause: '癸4' });
  });
});

test('港务局局长 stated as 值班长 is told that he is 港务总监 too', () => {
  expect(refusal(opened().ask(begin('red', 'shiftChief'))).params).toMatchObject({ alsoHolds: ['harbourMaster'] });
});
