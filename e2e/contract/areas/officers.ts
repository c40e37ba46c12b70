/** Officers by PIN, a locked screen, and those who have left. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeskApi } from '#shared/contract/deskApi.ts';
import type { CommandInput } from '#shared/domain/commands.ts';
import { type ContractDesk, call, codeOf, DESK, fresh, OFFICER } from '../contractDesk.ts';

export function describeOfficers(contract: ContractDesk): void {
  const { request, execute } = contract;

  describe('[PEOPLE-1, PEOPLE-5, PEOPLE-6] officers by PIN', () => {
    const ZHAO = 'zhao';
    const by = async (officerId: string, command: CommandInput) =>
      codeOf(await contract.api.execute({ ...request(command), officerId }));
    const note = (): CommandInput => ({ type: 'AddNote', incidentId: 'pin-night', text: fresh('note') });
    const act = async (asked: Parameters<DeskApi['identity']>[0]) => codeOf(await contract.api.identity(asked));

    beforeAll(async () => {
      await execute(call('pin-night'));
      await execute({ type: 'AddOfficer', officerId: ZHAO, name: '赵接班', post: 'watchOfficer' });
      expect(await act({ act: 'setPin', officerId: ZHAO, old: null, pin: '271828' })).toBe('ok');
    });
    afterAll(() => act({ act: 'signIn', officerId: OFFICER, pin: null }));

    test('a name with a PIN is written in only after it was shown here, over a reopening too', async () => {
      expect(await by(ZHAO, note())).toBe('ok');
      expect(await act({ act: 'signIn', officerId: OFFICER, pin: null })).toBe('ok');
      expect(await by(ZHAO, note())).toBe('pinNeeded');
      expect(await act({ act: 'signIn', officerId: ZHAO, pin: '271829' })).toBe('pinWrong');
      expect(await by(ZHAO, note())).toBe('pinNeeded');
      expect(await act({ act: 'signIn', officerId: ZHAO, pin: '271828' })).toBe('ok');
      await contract.reopen();
      expect(await by(ZHAO, note())).toBe('ok');
      const exported = await contract.api.exportIncident({
        desk: DESK,
        officerId: ZHAO,
        incidentId: 'none',
        words: {},
      });
      expect(codeOf(exported), 'the desk’s own refusal').toBe('unknownIncident');
    });

    test('nobody registers himself, under no name of ours', async () => {
      const officer = (officerId: string) => ({ type: 'AddOfficer', officerId, name: '某', post: 'x' }) as const;
      expect(await by('stranger', officer('stranger'))).toBe('unknownOfficer');
      expect(await by(OFFICER, officer('unnamed'))).toBe('idTaken');
      expect(await by('unnamed', call('unnamed-open'))).toBe('unknownOfficer');
    });

    test('locked, it writes in no name and takes a call without one, and stays so over a reopening', async () => {
      expect(await act({ act: 'signIn', officerId: ZHAO, pin: '271828' })).toBe('ok');
      expect(await act({ act: 'lock' })).toBe('ok');
      await contract.reopen();
      expect([await by(ZHAO, note()), await by(OFFICER, note())]).toEqual(['deskLocked', 'deskLocked']);
      expect(codeOf(await contract.api.query(DESK, { type: 'getBoard' }))).toBe('ok');
      expect(await by('unnamed', call('at-night'))).toBe('ok');
      expect(await act({ act: 'signIn', officerId: ZHAO, pin: '271828' })).toBe('ok');
      const desk = await contract.api.query(DESK, { type: 'getDesk' });
      const [unclaimed] = desk.ok ? desk.result.people.unclaimed : [];
      expect(await by(ZHAO, { type: 'ClaimCall', callId: unclaimed?.callId ?? '' })).toBe('ok');
    });

    test('[PEOPLE-2] a wrong PIN 1,000 times: three are looked at, then each waits, the right one too', async () => {
      await by(ZHAO, { type: 'AddOfficer', officerId: 'guessed', name: '钱', post: 'watchOfficer' });
      expect(await act({ act: 'setPin', officerId: 'guessed', old: null, pin: '314159' })).toBe('ok');
      expect(await act({ act: 'signIn', officerId: OFFICER, pin: null })).toBe('ok');
      const tries = Array.from({ length: 1000 }, (_, n) => String(100_000 + n));
      const answers: (string | undefined)[] = [];
      for (const pin of tries) answers.push(await act({ act: 'signIn', officerId: 'guessed', pin }));
      expect(answers.filter((answer) => answer !== 'pinWait')).toEqual(['pinWrong', 'pinWrong', 'pinWrong']);
      expect(await act({ act: 'signIn', officerId: 'guessed', pin: '314159' })).toBe('pinWait');
      expect(await by('guessed', note())).toBe('pinNeeded');
    });

    test('[PEOPLE-7] who has left opens nothing, PIN and screen or not, and is back with both', async () => {
      expect(await act({ act: 'signIn', officerId: ZHAO, pin: '271828' })).toBe('ok');
      expect(await by(OFFICER, { type: 'RetireOfficer', officerId: ZHAO })).toBe('ok');
      expect(await by(ZHAO, note())).toBe('officerRetired');
      expect(await act({ act: 'signIn', officerId: ZHAO, pin: '271828' })).toBe('officerRetired');
      await contract.reopen();
      expect(await by(ZHAO, note())).toBe('officerRetired');
      expect(await by(OFFICER, { type: 'ReinstateOfficer', officerId: ZHAO })).toBe('ok');
      expect(await act({ act: 'signIn', officerId: ZHAO, pin: '271828' })).toBe('ok');
      expect(await by(ZHAO, note())).toBe('ok');
    });
  });
}
