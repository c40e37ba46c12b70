/** What is told to whoever listens. */
import { expect, test } from 'vitest';
import type { Changed } from '#shared/contract/deskApi.ts';
import { type ContractDesk, call, connected, DESK, fresh, until } from '../contractDesk.ts';

export function describeChanges(contract: ContractDesk): void {
  const { execute, written } = contract;

  test('every change is told, with its position and streams', async () => {
    const heard: Changed[] = [];
    const stop = contract.api.subscribe((changed) => heard.push(changed));
    await connected(contract.api);
    const incidentId = fresh('incident');
    const reply = await execute(call(incidentId));
    const position = reply.ok ? reply.position : -1;
    await until(() => heard.some((changed) => changed.position === position));
    const changed = heard.find((one) => one.position === position);
    expect(changed?.desk).toBe(DESK);
    expect(changed?.streams).toContain(`incident/${incidentId}`);
    stop();
  });

  test('a refusal changes nothing and tells nobody', async () => {
    const incidentId = fresh('incident');
    const heard: Changed[] = [];
    const stop = contract.api.subscribe((changed) => heard.push(changed));
    await connected(contract.api);
    const before = await written();
    await execute(call(incidentId, { figures: { nobodyKnows: 3 } }));
    expect(await written()).toEqual(before);
    expect(heard.filter(({ streams }) => streams.includes(`incident/${incidentId}`))).toEqual([]);
    stop();
  });
}
