/** Practice desks: shipped scenarios only, read only. */
import { describe, expect, test } from 'vitest';
import { type ContractDesk, call, codeOf } from '../contractDesk.ts';

export function describePractice(contract: ContractDesk): void {
  const { request } = contract;

  describe('practice', () => {
    test('opens a shipped scenario once, marked and read only, over the span of its night', async () => {
      const [scenario] = (await contract.api.host()).scenarios;
      if (scenario === undefined) throw new Error('no scenario is shipped');
      const { deskId } = await contract.api.openPractice(scenario.scenarioId);
      expect(await contract.api.openPractice(scenario.scenarioId)).toEqual({ deskId });
      const desk = await contract.api.query(deskId, { type: 'getDesk' });
      expect(desk.ok && desk.result).toMatchObject({ kind: 'practice', title: scenario.title });
      const span = desk.ok ? desk.result.span : null;
      expect(span?.marks.length).toBeGreaterThan(2);
      const board = await contract.api.query(deskId, { type: 'getBoard', at: span?.to ?? 0 });
      expect(board.ok && board.result.at).toBe(span?.to);
      const written = await contract.api.execute({ ...request(call('incident-1')), desk: deskId });
      expect(codeOf(written)).toBe('readOnlyDesk');
    });

    test.each(['nobody-wrote-this', '../package', 'a/b'])('refuses %s', async (scenarioId) => {
      await expect(contract.api.openPractice(scenarioId)).rejects.toThrow();
    });
  });
}
