/** No sequence of commands reaches a running level without a valid decision on record [rules §4]. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CommandInput, commandSchema } from '../commands.ts';
import { type IncidentState, isEntry } from '../incident/incident.ts';
import type { ResponseDecision } from '../parts.ts';
import { adjust, by, end, start, transfer } from '../testing/responseCommands.ts';
import { minute, openedDesk, type TestDesk } from '../testing/testDesk.ts';
import { levelsOf } from './levels.ts';

const incidentId = 'i1';
const LEVELS = ['III', 'II', 'I'];
const MAY: Readonly<Record<string, readonly string[]>> = {
  III: ['officeDirector'],
  II: ['commander', 'deputyCommander'],
  I: ['commander'],
};
const POSTS = ['commander', 'deputyCommander', 'officeDirector', 'provincialCommander', 'dutyLead', 'watchOfficer'];
const IDS = ['a', 'b', 'c'];

const post = fc.constantFrom(...POSTS);
const level = fc.constantFrom(...LEVELS);
const id = fc.constantFrom(...IDS);
const decision = fc
  .record({ post, delegationId: fc.option(id, { nil: undefined, freq: 2 }) })
  .map(({ post: who, delegationId }) => by(who, 'phone', delegationId === undefined ? {} : { delegationId }));
const act = fc.oneof(
  level.map((to) => ({ act: 'start' as const, level: to })),
  level.map((to) => ({ act: 'adjust' as const, level: to })),
  fc.constant({ act: 'terminate' as const }),
  fc.constant({ act: 'approve' as const }),
);

const command: fc.Arbitrary<CommandInput> = fc.oneof(
  fc.record({ level, decision }).map((given) => start(given.level, given)),
  fc.record({ level, decision }).map((given) => adjust(given.level, given)),
  fc.record({ decision, approval: decision }).map((given) => end('', given)),
  fc.constant(transfer()),
  fc.record({ delegationId: id, from: post, to: post, for: act }).map(
    (given): CommandInput => ({
      type: 'RecordDelegation',
      incidentId,
      delegationId: given.delegationId,
      from: { post: given.from, name: '甲' },
      to: { post: given.to },
      for: given.for,
      means: 'written',
      expiresAt: minute('03:40'),
    }),
  ),
  fc.nat({ max: 30 }).map((n): CommandInput => ({ type: 'StrikeEntry', incidentId, strikes: `e${n}`, reason: 'x' })),
  fc
    .record({ level, proposalId: id })
    .map((given): CommandInput => ({ type: 'ProposeResponse', incidentId, reason: 'x', ...given })),
  fc
    .record({ decision, proposalId: id })
    .map((given): CommandInput => ({ type: 'DeclineProposal', incidentId, reason: 'x', ...given })),
);

/** A delegation by whoever may, and a decision under it: by chance alone this is too seldom hit. */
const delegated: fc.Arbitrary<CommandInput[]> = fc
  .record({ id, to: post, level, isStart: fc.boolean() })
  .map(({ id: delegationId, to, level: target, isStart }) => [
    {
      type: 'RecordDelegation',
      incidentId,
      delegationId,
      from: { post: MAY[target]?.[0] ?? '', name: '甲' },
      to: { post: to },
      for: { act: isStart ? 'start' : 'adjust', level: target },
      means: 'written',
      expiresAt: minute('03:40'),
    },
    ...twice(target, isStart, by(to, 'phone', { delegationId })),
  ]);

/** The second time it is used up. */
function twice(target: string, isStart: boolean, decided: ReturnType<typeof by>): CommandInput[] {
  const again = (isStart ? start : adjust)(target, { decision: decided });
  return [again, isStart ? end(MAY[target]?.[0] ?? '') : adjust('III'), again];
}

const sequence = fc
  .array(fc.oneof({ weight: 4, arbitrary: command.map((each) => [each]) }, { weight: 1, arbitrary: delegated }), {
    minLength: 5,
    maxLength: 30,
  })
  .map((parts) => parts.flat().slice(0, 45));

/** The post whose authority it was; a delegation must stand in the log before, for this act, not used before. */
function authorityOf(state: IncidentState, before: number, decided: ResponseDecision, wanted: object): string | null {
  if (decided.delegationId === undefined) return decided.post;
  const earlier = state.entries.slice(0, before).filter(({ entryId }) => state.strikes[entryId] === undefined);
  const delegation = earlier.find(
    (entry) => isEntry(entry, 'DelegationRecorded') && entry.payload.delegationId === decided.delegationId,
  );
  if (delegation === undefined || !isEntry(delegation, 'DelegationRecorded')) return null;
  const { from, to, for: act, expires } = delegation.payload;
  const wasUsed = earlier.some((entry) =>
    JSON.stringify(entry.payload).includes(`"delegationId":"${decided.delegationId}","onBehalfOf"`),
  );
  const isRight = JSON.stringify(act) === JSON.stringify(wanted);
  return to.post === decided.post && isRight && !wasUsed && decided.at.at < expires.at + 60_000 ? from.post : null;
}

/** Read off the log alone, without the program's own judgement of authority. */
function check(state: IncidentState): void {
  let running: string | null = null;
  let isTransferred = false;
  for (const [index, entry] of state.entries.entries()) {
    if (isEntry(entry, 'CommandTransferred')) isTransferred = true;
    else if (isEntry(entry, 'ResponseTerminated')) {
      running = null;
      isTransferred = false;
    } else if (isEntry(entry, 'ResponseStarted')) {
      const { level: to, decision: decided } = entry.payload;
      expect(running).toBeNull();
      expect(MAY[to]).toContain(authorityOf(state, index, decided, { act: 'start', level: to }));
      running = to;
    } else if (isEntry(entry, 'ResponseAdjusted')) {
      const { level: to, decision: decided } = entry.payload;
      const decisive: string = LEVELS.indexOf(to) > LEVELS.indexOf(running ?? '') ? to : (running ?? '');
      const who = authorityOf(state, index, decided, { act: 'adjust', level: to });
      expect(isTransferred ? ['provincialCommander'] : MAY[decisive]).toContain(who);
      running = to;
    }
  }
  expect(levelsOf(state).inForce?.level ?? null).toBe(running);
}

test('whatever is tried, in whatever order', () => {
  const reached = { running: 0, delegated: 0, refused: 0 };
  const tryOn = (desk: TestDesk, input: CommandInput): void => {
    const answer = desk.ask(commandSchema.parse(input) && input);
    if (answer.kind === 'rejected') reached.refused += 1;
    else desk.do(input, answer.kind === 'confirm' ? 'confirmed' : 'accepted');
  };
  fc.assert(
    fc.property(sequence, (commands) => {
      const desk = openedDesk();
      for (const [index, input] of commands.entries()) {
        desk.at(`03:${11 + index}`);
        tryOn(desk, input);
      }
      check(desk.state());
      reached.running += desk.state().entries.filter(({ type }) => type.startsWith('Response')).length;
      reached.delegated += JSON.stringify(desk.log).includes('"onBehalfOf"') ? 1 : 0;
    }),
    { numRuns: 300 },
  );
  // Otherwise this test would say nothing.
  expect(Math.min(reached.running, reached.refused)).toBeGreaterThan(100);
  expect(reached.delegated).toBeGreaterThan(5);
});
