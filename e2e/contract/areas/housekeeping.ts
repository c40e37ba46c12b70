/** What the host does beside the desk: an archive of an incident, the daily self-check, its health. */
import { expect, test } from 'vitest';
import { type ContractDesk, call, codeOf, DESK, fresh, OFFICER } from '../contractDesk.ts';

export function describeHousekeeping(contract: ContractDesk): void {
  const { execute } = contract;

  test('[EXPORT-2] an incident leaves as one archive, and the log says so', async () => {
    const incidentId = fresh('incident');
    await execute(call(incidentId));
    const reply = await contract.api.exportIncident({ desk: DESK, officerId: OFFICER, incidentId, words: {} });
    if (!reply.ok) throw new Error(JSON.stringify(reply));
    expect(reply.isRecorded).toBe(true);
    expect(reply.name).toMatch(/\.zip$/);
    const recorded = async () => {
      const file = await contract.api.query(DESK, { type: 'getIncident', incidentId });
      return file.ok ? file.result.entries.find(({ type }) => type === 'IncidentExported') : undefined;
    };
    // Made is not taken.
    expect(await recorded()).toBeUndefined();
    const part = await contract.api.readArchive({ archiveId: reply.archiveId, offset: 0 });
    if (part.kind !== 'part') throw new Error(part.error.code);
    expect([part.base64.slice(0, 5), part.next]).toEqual(['UEsDB', null]);
    // Taken once, it is gone.
    expect(await contract.api.readArchive({ archiveId: reply.archiveId, offset: 0 })).toMatchObject({
      kind: 'refused',
      error: { code: 'archiveGone' },
    });
    expect((await recorded())?.payload).toMatchObject({ manifestHash: reply.manifestHash, files: reply.files });
    const unknown = await contract.api.exportIncident({
      desk: DESK,
      officerId: OFFICER,
      incidentId: 'none',
      words: {},
    });
    expect(codeOf(unknown)).toBe('unknownIncident');
  });

  test('[CHECK-3] a self-check is recorded in the officer’s name, and the day’s own is then not due', async () => {
    const reply = await contract.api.selfCheck({ sound: 'off', officerId: OFFICER });
    expect(reply).toMatchObject({ kind: 'done', isRecorded: true, results: { sound: { fault: 'soundOff' } } });
    const desk = await contract.api.query(DESK, { type: 'getDesk' });
    expect(desk.ok && desk.result.selfCheck).toMatchObject({ how: 'byHand', actor: { name: '王值班' } });
    expect(await contract.api.selfCheck({ sound: 'on', officerId: null })).toEqual({ kind: 'notDue' });
    expect(await contract.api.selfCheck({ sound: 'on', officerId: 'nobody' })).toMatchObject({
      kind: 'refused',
      error: { code: 'unknownOfficer' },
    });
  });

  test('its health: backups, what is in none yet, and the clock', async () => {
    const health = await contract.api.query(DESK, { type: 'getHealth' });
    if (!health.ok) throw new Error(health.error.code);
    expect(health.result.clockTrusted).toBe(true);
    expect(health.result.unsavedSince).toBeLessThanOrEqual(Date.now());
  });
}
