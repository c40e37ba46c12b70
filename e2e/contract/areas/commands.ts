/** How a command is taken: once per id, asked back once where it is odd, and what the board and an earlier instant show. */
import { expect, test } from 'vitest';
import type { CommandInput } from '#shared/domain/commands.ts';
import { ago, type ContractDesk, call, codeOf, DESK, fresh, MINUTE, OFFICER } from '../contractDesk.ts';

export function describeCommands(contract: ContractDesk): void {
  const { request, execute, written } = contract;

  test('the host names its live desk, plans and clock', async () => {
    const info = await contract.api.host();
    expect(info.desks).toContainEqual(expect.objectContaining({ deskId: DESK, kind: 'live' }));
    expect(info.plans.map((plan) => plan.planId)).toContain('jincheng-pipeline-2026');
    expect(Math.abs(info.now - Date.now())).toBeLessThan(60_000);
  });

  test('first run: an officer signs in by being added, then the desk takes its plan, once', async () => {
    const desk = await contract.api.query(DESK, { type: 'getDesk' });
    expect(desk.ok && desk.result).toMatchObject({ deskId: DESK, kind: 'live', planId: 'jincheng-pipeline-2026' });
    expect(desk.ok && desk.result.officers).toEqual([{ officerId: OFFICER, name: '王值班', post: 'watchOfficer' }]);
    expect(codeOf(await execute({ type: 'SetUpDesk', planId: 'jincheng-pipeline-2026' }))).toBe('alreadySetUp');
  });

  test('a call opens an incident, and the board owes what the plan says [4.1.2]', async () => {
    const incidentId = fresh('incident');
    expect(await execute(call(incidentId))).toMatchObject({ ok: true });
    const board = await contract.api.query(DESK, { type: 'getBoard' });
    const incident = board.ok ? board.result.incidents.find((row) => row.incidentId === incidentId) : undefined;
    const states = new Map(incident?.assessment.obligations.map((one) => [`${one.rule} ${one.to}`, one.state]));
    expect(states.get('R2 city')).toBe('overdue');
    expect(states.get('R3 city')).toBe('dueSoon');
    const file = await contract.api.query(DESK, { type: 'getIncident', incidentId });
    expect(file.ok && file.result.details['trend']).toMatchObject({ value: null });
  });

  test('as known at an earlier instant there was nothing', async () => {
    const before = Date.now() - 10 * MINUTE;
    await execute(call(fresh('incident')));
    const board = await contract.api.query(DESK, { type: 'getBoard', at: before });
    expect(board.ok && board.result.incidents).toEqual([]);
  });

  test('[CMD-1] the same command id answers the same and records once', async () => {
    const command = call(fresh('incident'));
    const commandId = fresh('command');
    const first = await execute(command, commandId);
    const before = await written();
    expect(await execute(command, commandId)).toEqual(first);
    expect(await written()).toEqual(before);
  });

  test('[CMD-1] the same command id with another content is refused', async () => {
    const commandId = fresh('command');
    await execute(call(fresh('incident')), commandId);
    expect(codeOf(await execute(call(fresh('incident')), commandId))).toBe('commandIdReused');
  });

  test('the same command sent many times at once is recorded once', async () => {
    const before = await written();
    const sent = request(call(fresh('incident')));
    const replies = await Promise.all(Array.from({ length: 8 }, () => contract.api.execute(sent)));
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect((await written()).length - before.length).toBe(2); // the call and the incident it opened
  });

  test('odd but allowed is asked back once, then done', async () => {
    const incidentId = fresh('incident');
    const sent = request(call(incidentId, { receivedAt: new Date(Date.now() + 60 * MINUTE).toISOString() }));
    const asked = await contract.api.execute(sent);
    if (asked.ok || !('confirm' in asked)) throw new Error(`not asked: ${JSON.stringify(asked)}`);
    expect(asked.confirm.questions.map((question) => question.code)).toContain('futureTime');
    expect(codeOf(await contract.api.execute({ ...sent, confirmToken: 'something else' }))).toBe('confirm');
    expect(codeOf(await contract.api.query(DESK, { type: 'getIncident', incidentId }))).toBe('unknownIncident');
    expect(codeOf(await contract.api.execute({ ...sent, confirmToken: asked.confirm.token }))).toBe('ok');
  });

  test('a report sent before the event, and more dead than at risk, are asked back as such', async () => {
    const incidentId = fresh('incident');
    await execute(call(incidentId));
    const report: CommandInput = {
      type: 'RecordReport',
      incidentId,
      reportId: fresh('report'),
      kind: 'initial',
      form: 'phone',
      recipients: ['city'],
      sentAt: ago(70),
    };
    const figures: CommandInput = { type: 'RecordFigures', incidentId, figures: { atRisk: 2, dead: 3 } };
    const odd: [CommandInput, string][] = [
      [report, 'sentBeforeOccurred'],
      [figures, 'moreDeadThanAtRisk'],
    ];
    for (const [command, code] of odd) {
      const sent = request(command);
      const asked = await contract.api.execute(sent);
      if (asked.ok || !('confirm' in asked)) throw new Error(`not asked: ${JSON.stringify(asked)}`);
      expect(asked.confirm.questions.map((question) => question.code)).toEqual([code]);
      expect(codeOf(await contract.api.execute({ ...sent, confirmToken: asked.confirm.token }))).toBe('ok');
    }
  });
}
