/** Bad input is refused by name, and nothing is written. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { CommandInput } from '#shared/domain/commands.ts';
import { type ContractDesk, call, codeOf, DESK, fresh, OFFICER } from '../contractDesk.ts';

export function describeBadInput(contract: ContractDesk): void {
  const { execute, executeRaw, written } = contract;

  describe('bad input is refused by name, and nothing is written', () => {
    beforeAll(async () => void (await execute(call('incident-1'))));
    const deep = JSON.parse(`${'['.repeat(50)}${']'.repeat(50)}`) as unknown;
    const commands: [string, unknown, string, RegExp][] = [
      ['no such command', { type: 'DropTables' }, 'unknownCommand', /DropTables/],
      ['a missing field', { type: 'AddNote', incidentId: 'incident-1' }, 'invalidCommand', /text/],
      ['a wrong type', { type: 'AddNote', incidentId: 7, text: 'x' }, 'invalidCommand', /incidentId/],
      [
        'an unknown field',
        { type: 'AddNote', incidentId: 'incident-1', text: 'x', extra: 1 },
        'invalidCommand',
        /extra/,
      ],
      [
        'an id with a path in it',
        { type: 'AddNote', incidentId: '../desk', text: 'x' },
        'invalidCommand',
        /incidentId/,
      ],
      ['an unknown incident', { type: 'AddNote', incidentId: 'nowhere', text: 'x' }, 'unknownIncident', /nowhere/],
      ['a negative count', call('i', { figures: { dead: -1 } }), 'invalidCommand', /dead/],
      ['fewer keys than none', call('i', { keysPressed: -1 }), 'invalidCommand', /keysPressed/],
      ['half a person', call('i', { figures: { dead: 1.5 } }), 'notAnInteger', /dead/],
      [
        'a range upside down',
        call('i', { figures: { dead: { kind: 'range', from: 5, to: 3 } } }),
        'invalidCommand',
        /dead/,
      ],
      ['an unknown figure', call('i', { figures: { ghosts: 1 } }), 'unknownPlanItem', /ghosts/],
      ['a time without zone', call('i', { receivedAt: '2026-03-02T08:00' }), 'invalidCommand', /receivedAt/],
      ['30 February', call('i', { receivedAt: '2026-02-30T08:00+08:00' }), 'invalidCommand', /receivedAt/],
      ['control characters', { type: 'AddNote', incidentId: 'incident-1', text: 'a\u0007b' }, 'invalidCommand', /text/],
      [
        'text running backwards',
        { type: 'AddNote', incidentId: 'incident-1', text: '\u202Eevil' },
        'invalidCommand',
        /text/,
      ],
      [
        '10,000 characters',
        { type: 'AddNote', incidentId: 'incident-1', text: '报'.repeat(10_000) },
        'invalidCommand',
        /text/,
      ],
      ['50 levels deep', { type: 'AddNote', incidentId: 'incident-1', text: deep }, 'invalidCommand', /text/],
    ];
    test.each(commands)('%s', async (_, command, code, named) => {
      const before = await written();
      const reply = await executeRaw({ desk: DESK, commandId: fresh('command'), officerId: OFFICER, command });
      expect(codeOf(reply)).toBe(code);
      expect(JSON.stringify(reply)).toMatch(named);
      expect(await written()).toEqual(before);
    });

    test('an own __proto__ is left out and pollutes nothing', async () => {
      const text = '{"type":"AddNote","incidentId":"incident-1","text":"x","__proto__":{"polluted":1}}';
      expect(codeOf(await execute(JSON.parse(text) as CommandInput))).toBe('ok');
      const log = await contract.api.query(DESK, { type: 'listLog', limit: 10 });
      expect(JSON.stringify(log)).not.toContain('polluted');
    });

    const note = { type: 'AddNote', incidentId: 'incident-1', text: 'x' };
    const good = { desk: DESK, commandId: 'command-x', officerId: OFFICER, command: note };
    const requests: [string, unknown, string][] = [
      ['another desk', { ...good, desk: 'elsewhere' }, 'unknownDesk'],
      ['a stranger', { ...good, officerId: 'stranger' }, 'unknownOfficer'],
      ['the program itself', { ...good, officerId: 'system' }, 'unknownOfficer'],
      ['a command id too short', { ...good, commandId: 'x' }, 'invalidCommand'],
      ['a command id too long', { ...good, commandId: 'x'.repeat(65) }, 'invalidCommand'],
      ['no command', { ...good, command: undefined }, 'invalidCommand'],
      ['a list', [good], 'invalidCommand'],
      ['a word', 'AddNote', 'invalidCommand'],
      ['nothing', null, 'invalidCommand'],
    ];
    test.each(requests)('a request from or for %s', async (_, raw, code) => {
      expect(codeOf(await executeRaw(raw))).toBe(code);
    });

    const queries: [string, unknown, string][] = [
      ['no such query', { type: 'getEverything' }, 'query'],
      ['a limit of 0', { type: 'listLog', limit: 0 }, 'query'],
      ['a search for too much', { type: 'search', text: '险'.repeat(101) }, 'query'],
      ['a page of a search that is none', { type: 'search', text: '险', page: '0.1 OR 1' }, 'query'],
      ['a limit of a million', { type: 'listLog', limit: 1_000_000 }, 'query'],
      ['an unknown field', { type: 'getBoard', sql: '1=1' }, 'query'],
      ['an unknown incident', { type: 'getIncident', incidentId: 'nowhere' }, 'unknownIncident'],
    ];
    test.each(queries)('a query with %s', async (_, query, code) => {
      expect(codeOf(await contract.api.query(DESK, query as { type: 'getDesk' }))).toBe(code);
    });

    test('a query of another desk', async () => {
      expect(codeOf(await contract.api.query('elsewhere', { type: 'getDesk' }))).toBe('unknownDesk');
    });

    test('only the host watches the clock', async () => {
      const jump = { type: 'RecordClockJump', jumpId: 'j1', bootId: 'b', oldOffsetMs: 0, newOffsetMs: 9000 };
      expect(codeOf(await executeRaw({ ...good, command: jump }))).toBe('unknownOfficer');
    });

    test('[CHECK-3] only the host says what it found of itself', async () => {
      const health = await contract.api.selfCheck({ sound: 'on', officerId: OFFICER });
      if (health.kind !== 'done') throw new Error(JSON.stringify(health));
      const said = { type: 'RecordSelfCheck', how: 'byHand', results: health.results };
      expect(codeOf(await executeRaw({ ...good, command: said }))).toBe('unknownOfficer');
    });

    test('[EXPORT-2] only the host says what left the desk', async () => {
      const head = { chainId: 'c', position: 1, hash: 'b'.repeat(64) };
      const said = { type: 'RecordExport', incidentId: 'i', manifestHash: 'a'.repeat(64), files: 1, bytes: 1, head };
      expect(codeOf(await executeRaw({ ...good, command: said }))).toBe('unknownOfficer');
    });

    test('[PEOPLE-3, HANDOVER-1] only the host says that a PIN was set, or that the watch changed hands', async () => {
      const pin = { type: 'RecordPin', officerId: OFFICER, what: 'set' };
      expect(codeOf(await executeRaw({ ...good, command: pin }))).toBe('unknownOfficer');
      const handover = { type: 'RecordHandover', handoverId: 'h', duties: ['watch'], from: OFFICER, to: 'x' };
      expect(codeOf(await executeRaw({ ...good, command: handover }))).toBe('unknownOfficer');
    });

    test('only the host raises alarms', async () => {
      const stages = [{ key: 'k', stage: 'due', stageAt: 1 }];
      const raise = { type: 'RaiseAlarm', incidentId: 'incident-1', alarmId: 'alarm-1', stages };
      expect(codeOf(await executeRaw({ ...good, command: raise }))).toBe('unknownOfficer');
    });
  });
}
