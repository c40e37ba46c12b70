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

/** Those who may are tried more often, so that levels do run. */
const post = fc.constantFrom(...POSTS, ...POSTS.slice(0, 3), ...POSTS.slice(0, 3));
const level = fc.constantFrom(...LEVELS);
const id = fc.constantFrom(...IDS);
/** Now, before anything was delegated, or after every delegation has run out. */
const time = fc.constantFrom(undefined, undefined, undefined, minute('03:05'), minute('03:55'));
const decision = fc
  .record({ post, delegationId: fc.option(id, { nil: undefined, freq: 2 }), at: time })
  .map(({ post: who, delegationId, at }) =>
    by(who, 'phone', { ...(delegationId !== undefined && { delegationId }), ...(at !== undefined && { at }) }),
  );
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

const TIMES: Readonly<Record<string, string | undefined>> = { early: minute('03:05'), late: minute('03:55') };

/** A delegation by whoever may, and a decision under it, right or wrong: by chance alone this is too seldom hit. */
const delegated: fc.Arbitrary<CommandInput[]> = fc
  .record({
    id,
    to: post,
    level,
    isStart: fc.boolean(),
    other: level,
    use: fc.constantFrom('right', 'right', 'right', 'otherLevel', 'otherAct', 'early', 'late'),
    /** What was delegated may pass into other hands before it is used. */
    between: fc.constantFrom<CommandInput[]>([], [], [], [adjust('I')], [transfer()]),
  })
  .map(({ id: delegationId, to, level: target, isStart, other, use, between }) => {
    const at = TIMES[use];
    const decided = by(to, 'phone', { delegationId, ...(at !== undefined && { at }) });
    const decide = isStart === (use !== 'otherAct') ? start : adjust;
    const used = decide(use === 'otherLevel' ? other : target, { decision: decided });
    const given: CommandInput = {
      type: 'RecordDelegation',
      incidentId,
      delegationId,
      from: { post: MAY[target]?.at(-1) ?? '', name: '甲' },
      to: { post: to },
      for: { act: isStart ? 'start' : 'adjust', level: target },
      means: 'written',
      expiresAt: minute('03:40'),
    };
    // The second time it is used up.
    return [given, ...between, used, isStart ? end(MAY[target]?.at(-1) ?? '') : adjust('III'), used];
  });

/** Closed, and perhaps opened again by striking the closing. */
const closed: CommandInput[] = [
  { type: 'CloseIncident', incidentId, reason: 'x', entryId: 'closing' },
  { type: 'StrikeEntry', incidentId, strikes: 'closing', reason: 'x' },
];

/** Mostly something runs already. */
const begun = fc.constantFrom<CommandInput[]>([], [start('III')], [start('III')], [start('II')], [start('I')]);

const sequence = fc
  .array(
    fc.oneof(
      { weight: 24, arbitrary: command.map((each) => [each]) },
      { weight: 6, arbitrary: delegated },
      { weight: 1, arbitrary: fc.constantFrom(closed, closed, closed.slice(0, 1)) },
    ),
    { minLength: 5, maxLength: 30 },
  )
  .chain((parts) => begun.map((first) => [...first, ...parts.flat()].slice(0, 45)));

/** The post whose authority it was; a delegation must stand in the log before, for this act, in time, not used before. */
function authorityOf(state: IncidentState, before: number, decided: ResponseDecision, wanted: object): string | null {
  if (decided.delegationId === undefined) return decided.post;
  const earlier = state.entries.slice(0, before).filter(({ entryId }) => !state.strikes.has(entryId));
  const delegation = earlier.find(
    (entry) => isEntry(entry, 'DelegationRecorded') && entry.payload.delegationId === decided.delegationId,
  );
  if (delegation === undefined || !isEntry(delegation, 'DelegationRecorded')) return null;
  const { from, to, for: act, at: given, expires } = delegation.payload;
  const wasUsed = earlier.some((entry) =>
    JSON.stringify(entry.payload).includes(`"delegationId":"${decided.delegationId}","onBehalfOf"`),
  );
  const isRight = JSON.stringify(act) === JSON.stringify(wanted);
  const inTime = decided.at.at > given.at - 60_000 && decided.at.at < expires.at + 60_000;
  return to.post === decided.post && isRight && !wasUsed && inTime ? from.post : null;
}

const ABOVE = ['provincialCommander'];

/** Read off the log alone, without the program's own judgement of authority. */
function check(state: IncidentState): void {
  let running: string | null = null;
  let starter: string | null = null;
  let isTransferred = false;
  for (const [index, entry] of state.entries.entries()) {
    if (isEntry(entry, 'CommandTransferred')) isTransferred = true;
    else if (isEntry(entry, 'ResponseTerminated')) {
      const { approval, decision: decided, level: from } = entry.payload;
      expect(from).toBe(running);
      const [approver, ender] = [
        authorityOf(state, index, approval, { act: 'approve' }),
        authorityOf(state, index, decided, { act: 'terminate' }),
      ];
      expect(isTransferred ? ABOVE : MAY['II']).toContain(approver);
      expect(isTransferred ? ABOVE : [starter]).toContain(ender);
      running = null;
      isTransferred = false;
    } else if (isEntry(entry, 'ResponseStarted')) {
      const { level: to, decision: decided } = entry.payload;
      expect(running).toBeNull();
      starter = authorityOf(state, index, decided, { act: 'start', level: to });
      expect(MAY[to]).toContain(starter);
      running = to;
    } else if (isEntry(entry, 'ResponseAdjusted')) {
      const { level: to, decision: decided } = entry.payload;
      expect(running).not.toBeNull();
      const decisive: string = LEVELS.indexOf(to) > LEVELS.indexOf(running ?? '') ? to : (running ?? '');
      starter = authorityOf(state, index, decided, { act: 'adjust', level: to });
      expect(isTransferred ? ABOVE : MAY[decisive]).toContain(starter);
      running = to;
    }
  }
  expect(levelsOf(state).inForce?.level ?? null).toBe(running);
}

/** A strike names an entry that stands in the log. */
function existing(desk: TestDesk, input: CommandInput): CommandInput {
  const nth = input.type === 'StrikeEntry' ? /^e(\d+)$/.exec(input.strikes)?.[1] : undefined;
  const entry = desk.log[Number(nth) % desk.log.length];
  return input.type === 'StrikeEntry' && entry !== undefined ? { ...input, strikes: entry.entryId } : input;
}

test('[RESPONSE-1] whatever is tried, in whatever order', () => {
  const reached = { running: 0, delegated: 0, refused: 0 };
  const tryOn = (desk: TestDesk, given: CommandInput): void => {
    const input = existing(desk, given);
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
      // What the engine reads off the facts is what the log says.
      expect(desk.assessment().level).toBe(levelsOf(desk.state()).inForce?.level ?? null);
      reached.running += desk.state().entries.filter(({ type }) => type.startsWith('Response')).length;
      reached.delegated += JSON.stringify(desk.log).includes('"onBehalfOf"') ? 1 : 0;
    }),
    { numRuns: 300 },
  );
  // Otherwise this test would say nothing.
  expect(Math.min(reached.running, reached.refused)).toBeGreaterThan(100);
  expect(reached.delegated).toBeGreaterThan(5);
});
