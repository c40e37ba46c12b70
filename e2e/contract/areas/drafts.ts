/** Drafts, and that all of it is there when the desk is opened again. */
import { describe, expect, test } from 'vitest';
import { type ContractDesk, call, codeOf, DESK, fresh } from '../contractDesk.ts';

export function describeDrafts(contract: ContractDesk): void {
  const { execute, written } = contract;

  describe('drafts', () => {
    test('are kept by key, replaced, and deleted', async () => {
      await contract.api.saveDraft(DESK, 'intake/1', '{"a":1}');
      await contract.api.saveDraft(DESK, 'intake/2', '{"b":1}');
      await contract.api.saveDraft(DESK, 'intake/1', '{"a":"泄漏"}');
      const { savedAt } = await contract.api.saveDraft(DESK, 'intake/2', null);
      expect(savedAt).toBeGreaterThan(0);
      const drafts = (await contract.api.listDrafts(DESK)).filter(({ key }) => key.startsWith('intake/'));
      expect(drafts.map(({ key, value }) => [key, value])).toEqual([['intake/1', '{"a":"泄漏"}']]);
    });

    test('200,000 characters are taken, one more is not', async () => {
      await contract.api.saveDraft(DESK, 'long', '报'.repeat(200_000));
      await expect(contract.api.saveDraft(DESK, 'long', '报'.repeat(200_001))).rejects.toThrow();
      const kept = (await contract.api.listDrafts(DESK)).find(({ key }) => key === 'long');
      expect(kept?.value).toHaveLength(200_000);
    });
  });

  test('opened again: everything acknowledged is there, drafts too', async () => {
    const incidentId = fresh('incident');
    await execute(call(incidentId));
    await contract.api.saveDraft(DESK, 'kept', '{"place":"金村镇"}');
    const before = await written();
    await contract.reopen();
    expect(codeOf(await contract.api.query(DESK, { type: 'getIncident', incidentId }))).toBe('ok');
    expect(await written()).toEqual(before);
    expect(await contract.api.listDrafts(DESK)).toContainEqual(
      expect.objectContaining({ key: 'kept', value: '{"place":"金村镇"}' }),
    );
  });
}
