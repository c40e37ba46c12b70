import { describe, expect, it, vi } from 'vitest';
import { createFakeApi } from '#renderer/platform/fakeApi.ts';
import type { CommandInput } from '#shared/domain/commands.ts';
import type { ConfirmCode, ConfirmQuestion } from '#shared/domain/errors.ts';
import { createExecutor } from './execute.ts';

const NOW = Date.parse('2026-02-13T14:31:13+08:00');
const incidentId = 'zezhou-crude';

function setUp(answer: boolean = true) {
  const api = createFakeApi({ now: () => NOW });
  const sent = vi.spyOn(api, 'execute');
  const asked: ConfirmQuestion[][] = [];
  let serial = 0;
  const execute = createExecutor(
    api,
    () => `command-${(serial += 1)}`,
    async (questions) => {
      asked.push(questions);
      return answer;
    },
  );
  const run = (command: CommandInput, said?: readonly ConfirmCode[]) => execute('live', 'zhang', command, said);
  const commandIds = () => sent.mock.calls.map(([request]) => request.commandId);
  const notes = async () => {
    const reply = await api.query('live', { type: 'listLog', incidentId });
    return reply.ok ? reply.result.filter((row) => row.type === 'NoteAdded').length : -1;
  };
  return { api, run, asked, commandIds, notes };
}

const note = { type: 'AddNote', incidentId, text: '现场通报' } satisfies CommandInput;
const future: CommandInput = { ...note, happenedAt: '2026-02-13T18:00+08:00' };

describe('execute: one intent, one command id, one definite answer', () => {
  it('answers with the entries that were recorded', async () => {
    const { run, asked, notes } = setUp();
    const before = await notes();
    expect(await run(note)).toMatchObject({ ok: true });
    expect(await notes()).toBe(before + 1);
    expect(asked).toEqual([]);
  });

  it('odd but allowed: asks once, then repeats the same command with the token', async () => {
    const { run, asked, commandIds, notes } = setUp();
    const before = await notes();
    expect(await run(future)).toMatchObject({ ok: true });
    expect(asked.map((questions) => questions.map(({ code }) => code))).toEqual([['futureTime']]);
    expect(commandIds()).toEqual(['command-1', 'command-1']);
    expect(await notes()).toBe(before + 1);
  });

  it('[DESK-2] what the form said before it was sent is not asked again; anything else still is', async () => {
    const { run, asked, notes } = setUp();
    const before = await notes();
    expect(await run(future, ['futureTime'])).toMatchObject({ ok: true });
    expect(asked).toEqual([]);
    expect(await run(future, ['levelBelowProposal'])).toMatchObject({ ok: true });
    expect(asked.map((questions) => questions.map(({ code }) => code))).toEqual([['futureTime']]);
    expect(await notes()).toBe(before + 2);
  });

  it('going back records nothing, and asking again is a new intent', async () => {
    const { run, asked, commandIds, notes } = setUp(false);
    const before = await notes();
    expect(await run(future)).toEqual({ ok: false, kind: 'declined' });
    expect(await run(future)).toEqual({ ok: false, kind: 'declined' });
    expect(asked).toHaveLength(2);
    expect(commandIds()).toEqual(['command-1', 'command-2']);
    expect(await notes()).toBe(before);
  });

  it('a refusal comes back as data', async () => {
    const { run } = setUp();
    const outcome = await run({ ...note, incidentId: 'nowhere' });
    expect(outcome).toMatchObject({ ok: false, kind: 'refused', error: { code: 'unknownIncident' } });
  });

  it('no answer: the same intent again carries the same id, so it is recorded once', async () => {
    const { api, run, commandIds, notes } = setUp();
    const before = await notes();
    const real = api.execute.bind(api);
    // Recorded, but the answer is lost on the way.
    vi.spyOn(api, 'execute').mockImplementationOnce(async (request) => {
      await real(request);
      throw new Error('connection lost');
    });
    expect(await run(note)).toEqual({ ok: false, kind: 'unreachable' });
    expect(await run(note)).toMatchObject({ ok: true });
    expect(await notes()).toBe(before + 1);
    expect(new Set(commandIds()).size).toBe(1);
  });

  it('the same words once more, after an answer, are a new intent', async () => {
    const { run, commandIds, notes } = setUp();
    const before = await notes();
    await run(note);
    await run(note);
    expect(commandIds()).toEqual(['command-1', 'command-2']);
    expect(await notes()).toBe(before + 2);
  });
});
