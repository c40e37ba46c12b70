/**
 * What every way to a desk must do, whatever lies between: the same suite runs against the desk in this process and
 * against a running web host through the screen's own adapter.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Changed, DeskApi, ExecuteReply, ExecuteRequest } from '#shared/contract/deskApi.ts';
import type { CommandInput } from '#shared/domain/commands.ts';

export type OpenedApi = {
  api: DeskApi;
  /** Lets go of the desk and opens it again on the same data. */
  reopen: () => Promise<DeskApi>;
  close: () => Promise<void>;
};

const DESK = 'main';
const OFFICER = 'wang';
const MINUTE = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE).toISOString();

let ids = 0;
const fresh = (name: string) => `${name}-${(ids += 1)}`;

const call = (incidentId: string, more: Record<string, unknown> = {}): CommandInput => ({
  type: 'TakeCall',
  callId: fresh('call'),
  occurredAt: ago(58),
  receivedAt: ago(2),
  conditions: { leak: 'yes' },
  figures: { dead: 0, trapped: 'unknown' },
  details: { pipeline: '东黄复线', trend: null },
  disposition: { kind: 'open', incidentId },
  ...more,
});

export function describeDeskApi(name: string, open: () => Promise<OpenedApi>): void {
  describe(name, () => {
    let opened: OpenedApi;
    let api: DeskApi;

    const request = (command: CommandInput, commandId = fresh('command')): ExecuteRequest => ({
      desk: DESK,
      commandId,
      officerId: OFFICER,
      command,
    });
    const execute = (command: CommandInput, commandId?: string) => api.execute(request(command, commandId));
    /** Anything at all, as a hostile or broken caller would send it. */
    const executeRaw = (raw: unknown): Promise<ExecuteReply> => api.execute(raw as ExecuteRequest);
    const codeOf = (reply: ExecuteReply | { ok: boolean; error?: { code: string } }) =>
      reply.ok ? 'ok' : 'confirm' in reply ? 'confirm' : reply.error?.code;

    /** Entries by people; the host's alarms come when they come. */
    const written = async (): Promise<string[]> => {
      const log = await api.query(DESK, { type: 'listLog', limit: 500 });
      if (!log.ok) throw new Error(log.error.code);
      return log.result.filter((row) => row.type !== 'AlarmRaised').map((row) => row.entryId);
    };

    // One desk for all: tests use ids of their own.
    beforeAll(async () => {
      opened = await open();
      api = opened.api;
      await execute({ type: 'AddOfficer', officerId: OFFICER, name: '王值班', post: 'watchOfficer' });
      await execute({ type: 'SetUpDesk', planId: 'jincheng-pipeline-2026' });
    });
    afterAll(() => opened.close());

    test('the host names its live desk, plans and clock', async () => {
      const info = await api.host();
      expect(info.desks).toContainEqual(expect.objectContaining({ deskId: DESK, kind: 'live' }));
      expect(info.plans.map((plan) => plan.planId)).toContain('jincheng-pipeline-2026');
      expect(Math.abs(info.now - Date.now())).toBeLessThan(60_000);
    });

    test('first run: an officer signs in by being added, then the desk takes its plan, once', async () => {
      const desk = await api.query(DESK, { type: 'getDesk' });
      expect(desk.ok && desk.result).toMatchObject({ deskId: DESK, kind: 'live', planId: 'jincheng-pipeline-2026' });
      expect(desk.ok && desk.result.officers).toEqual([{ officerId: OFFICER, name: '王值班', post: 'watchOfficer' }]);
      expect(codeOf(await execute({ type: 'SetUpDesk', planId: 'jincheng-pipeline-2026' }))).toBe('alreadySetUp');
    });

    test('a call opens an incident, and the board owes what the plan says [4.1.2]', async () => {
      const incidentId = fresh('incident');
      expect(await execute(call(incidentId))).toMatchObject({ ok: true });
      const board = await api.query(DESK, { type: 'getBoard' });
      const incident = board.ok ? board.result.incidents.find((row) => row.incidentId === incidentId) : undefined;
      const states = new Map(incident?.assessment.obligations.map((one) => [`${one.rule} ${one.to}`, one.state]));
      expect(states.get('R2 city')).toBe('overdue');
      expect(states.get('R3 city')).toBe('dueSoon');
      const file = await api.query(DESK, { type: 'getIncident', incidentId });
      expect(file.ok && file.result.details['trend']).toMatchObject({ value: null });
    });

    test('as known at an earlier instant there was nothing', async () => {
      const before = Date.now() - 10 * MINUTE;
      await execute(call(fresh('incident')));
      const board = await api.query(DESK, { type: 'getBoard', at: before });
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
      const replies = await Promise.all(Array.from({ length: 8 }, () => api.execute(sent)));
      expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
      expect((await written()).length - before.length).toBe(2); // the call and the incident it opened
    });

    test('odd but allowed is asked back once, then done', async () => {
      const incidentId = fresh('incident');
      const sent = request(call(incidentId, { receivedAt: new Date(Date.now() + 60 * MINUTE).toISOString() }));
      const asked = await api.execute(sent);
      if (asked.ok || !('confirm' in asked)) throw new Error(`not asked: ${JSON.stringify(asked)}`);
      expect(asked.confirm.questions.map((question) => question.code)).toContain('futureTime');
      expect(codeOf(await api.execute({ ...sent, confirmToken: 'something else' }))).toBe('confirm');
      expect(codeOf(await api.query(DESK, { type: 'getIncident', incidentId }))).toBe('unknownIncident');
      expect(codeOf(await api.execute({ ...sent, confirmToken: asked.confirm.token }))).toBe('ok');
    });

    test('[EXPORT-2] an incident leaves as one archive, and the log says so', async () => {
      const incidentId = fresh('incident');
      await execute(call(incidentId));
      const reply = await api.exportIncident({ desk: DESK, officerId: OFFICER, incidentId, words: {} });
      if (!reply.ok) throw new Error(JSON.stringify(reply));
      expect(reply.isRecorded).toBe(true);
      expect(reply.name).toMatch(/\.zip$/);
      const recorded = async () => {
        const file = await api.query(DESK, { type: 'getIncident', incidentId });
        return file.ok ? file.result.entries.find(({ type }) => type === 'IncidentExported') : undefined;
      };
      // Made is not taken.
      expect(await recorded()).toBeUndefined();
      const part = await api.readArchive({ archiveId: reply.archiveId, offset: 0 });
      if (part.kind !== 'part') throw new Error(part.error.code);
      expect([part.base64.slice(0, 5), part.next]).toEqual(['UEsDB', null]);
      // Taken once, it is gone.
      expect(await api.readArchive({ archiveId: reply.archiveId, offset: 0 })).toMatchObject({
        kind: 'refused',
        error: { code: 'archiveGone' },
      });
      expect((await recorded())?.payload).toMatchObject({ manifestHash: reply.manifestHash, files: reply.files });
      const unknown = await api.exportIncident({ desk: DESK, officerId: OFFICER, incidentId: 'none', words: {} });
      expect(codeOf(unknown)).toBe('unknownIncident');
    });

    test('[CHECK-3] a self-check is recorded in the officer’s name, and the day’s own is then not due', async () => {
      const reply = await api.selfCheck({ sound: 'off', officerId: OFFICER });
      expect(reply).toMatchObject({ kind: 'done', isRecorded: true, results: { sound: { fault: 'soundOff' } } });
      const desk = await api.query(DESK, { type: 'getDesk' });
      expect(desk.ok && desk.result.selfCheck).toMatchObject({ how: 'byHand', actor: { name: '王值班' } });
      expect(await api.selfCheck({ sound: 'on', officerId: null })).toEqual({ kind: 'notDue' });
      expect(await api.selfCheck({ sound: 'on', officerId: 'nobody' })).toMatchObject({
        kind: 'refused',
        error: { code: 'unknownOfficer' },
      });
    });

    test('its health: backups, what is in none yet, and the clock', async () => {
      const health = await api.query(DESK, { type: 'getHealth' });
      if (!health.ok) throw new Error(health.error.code);
      expect(health.result.clockTrusted).toBe(true);
      expect(health.result.unsavedSince).toBeLessThanOrEqual(Date.now());
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
        const asked = await api.execute(sent);
        if (asked.ok || !('confirm' in asked)) throw new Error(`not asked: ${JSON.stringify(asked)}`);
        expect(asked.confirm.questions.map((question) => question.code)).toEqual([code]);
        expect(codeOf(await api.execute({ ...sent, confirmToken: asked.confirm.token }))).toBe('ok');
      }
    });

    test('every change is told, with its position and streams', async () => {
      const heard: Changed[] = [];
      const stop = api.subscribe((changed) => heard.push(changed));
      await connected(api);
      const incidentId = fresh('incident');
      const reply = await execute(call(incidentId));
      const position = reply.ok ? reply.position : -1;
      await until(() => heard.some((changed) => changed.position === position));
      const changed = heard.find((one) => one.position === position);
      expect(changed?.desk).toBe(DESK);
      expect(changed?.streams).toContain(`incident/${incidentId}`);
      stop();
    });

    describe('attached files', () => {
      const pdf = `%PDF-1.7\n${'x'.repeat(600_000)}`;
      const storeAll = async (text: string) => {
        const uploadId = fresh('upload-of-a-file');
        const half = Math.floor(text.length / 2);
        const first = await api.storeFile({
          desk: DESK,
          uploadId,
          offset: 0,
          base64: btoa(text.slice(0, half)),
          isLast: false,
        });
        expect(first).toEqual({ kind: 'more', received: half });
        return api.storeFile({ desk: DESK, uploadId, offset: half, base64: btoa(text.slice(half)), isLast: true });
      };

      test('[ATTACH-1] bytes first, entry after; both are there after a restart', async () => {
        const incidentId = fresh('incident');
        await execute(call(incidentId));
        const stored = await storeAll(pdf);
        if (stored.kind !== 'stored') throw new Error(JSON.stringify(stored));
        expect(stored.file).toMatchObject({ size: pdf.length, mime: 'application/pdf' });
        const file = { ...stored.file, name: '平面图.pdf' };
        const attach: CommandInput = { type: 'AttachFile', incidentId, attachmentId: fresh('file'), file };
        expect(codeOf(await execute(attach))).toBe('ok');

        api = await opened.reopen();
        const read = await api.query(DESK, { type: 'getIncident', incidentId });
        expect(read.ok && read.result.attachments).toMatchObject([{ file, actor: { name: '王值班' } }]);
        const parts: string[] = [];
        for (let offset: number | null = 0; offset !== null; ) {
          const part = await api.readFile({ desk: DESK, sha256: file.sha256, offset });
          if (part.kind !== 'part') throw new Error(JSON.stringify(part));
          parts.push(atob(part.base64));
          offset = part.next;
        }
        expect(parts.join('')).toBe(pdf);
        expect(
          await api.checkFiles({
            desk: DESK,
            files: [file.sha256, '0'.repeat(64)].map((sha256) => ({ sha256, size: file.size })),
          }),
        ).toEqual({
          states: ['whole', 'missing'],
        });
      });

      test('[ATTACH-2] no entry without its bytes', async () => {
        const incidentId = fresh('incident');
        await execute(call(incidentId));
        const file = { sha256: '0'.repeat(64), size: 9, mime: 'application/pdf', name: 'a.pdf' } as const;
        const attach: CommandInput = { type: 'AttachFile', incidentId, attachmentId: fresh('file'), file };
        expect(codeOf(await execute(attach))).toBe('fileMissing');
      });

      test('[ATTACH-3] what it is, is read from its bytes; another kind is refused', async () => {
        const page = `<!doctype html><script>alert(1)</script>${'x'.repeat(100)}`;
        expect(await storeAll(page)).toMatchObject({ kind: 'refused', error: { code: 'fileKindRefused' } });
      });

      test('a part that is not the next one ends it', async () => {
        const part = { desk: DESK, uploadId: fresh('upload-of-a-file'), base64: 'JVBERi0=', isLast: false };
        expect(await api.storeFile({ ...part, offset: 5 })).toMatchObject({ error: { code: 'fileBroken' } });
      });

      test('[PRACTICE-2] a practice desk keeps none', async () => {
        const { deskId } = await api.openPractice('qingdao-2013');
        const part = { desk: deskId, uploadId: fresh('upload-of-a-file'), offset: 0, base64: 'JVBERi0=', isLast: true };
        expect(await api.storeFile(part)).toMatchObject({ kind: 'refused', error: { code: 'readOnlyDesk' } });
        expect(await api.readFile({ desk: deskId, sha256: '0'.repeat(64), offset: 0 })).toMatchObject({
          error: { code: 'readOnlyDesk' },
        });
      });

      test.each([
        ['a path for a hash', () => api.readFile({ desk: DESK, sha256: '../../../../etc/passwd', offset: 0 })],
        ['a place before the file', () => api.readFile({ desk: DESK, sha256: '0'.repeat(64), offset: -1 })],
        ['no desk', () => api.readFile({ desk: 'nowhere', sha256: '0'.repeat(64), offset: 0 })],
        [
          'a name for an upload',
          () => api.storeFile({ desk: DESK, uploadId: '../../etc', offset: 0, base64: '', isLast: true }),
        ],
        [
          'more in a part than one may hold',
          () =>
            api.storeFile({
              desk: DESK,
              uploadId: fresh('upload-of-a-file'),
              offset: 0,
              base64: btoa('x'.repeat(524_291)),
              isLast: true,
            }),
        ],
        [
          'more files than are looked at',
          () =>
            api.checkFiles({
              desk: DESK,
              files: Array.from({ length: 101 }, () => ({ sha256: '0'.repeat(64), size: 1 })),
            }),
        ],
      ])('%s is refused before anything is done', async (_name, ask) => {
        await expect(ask()).rejects.toThrow();
      });
    });

    test('a refusal changes nothing and tells nobody', async () => {
      const incidentId = fresh('incident');
      const heard: Changed[] = [];
      const stop = api.subscribe((changed) => heard.push(changed));
      await connected(api);
      const before = await written();
      await execute(call(incidentId, { figures: { nobodyKnows: 3 } }));
      expect(await written()).toEqual(before);
      expect(heard.filter(({ streams }) => streams.includes(`incident/${incidentId}`))).toEqual([]);
      stop();
    });

    describe('drafts', () => {
      test('are kept by key, replaced, and deleted', async () => {
        await api.saveDraft(DESK, 'intake/1', '{"a":1}');
        await api.saveDraft(DESK, 'intake/2', '{"b":1}');
        await api.saveDraft(DESK, 'intake/1', '{"a":"泄漏"}');
        const { savedAt } = await api.saveDraft(DESK, 'intake/2', null);
        expect(savedAt).toBeGreaterThan(0);
        const drafts = (await api.listDrafts(DESK)).filter(({ key }) => key.startsWith('intake/'));
        expect(drafts.map(({ key, value }) => [key, value])).toEqual([['intake/1', '{"a":"泄漏"}']]);
      });

      test('200,000 characters are taken, one more is not', async () => {
        await api.saveDraft(DESK, 'long', '报'.repeat(200_000));
        await expect(api.saveDraft(DESK, 'long', '报'.repeat(200_001))).rejects.toThrow();
        const kept = (await api.listDrafts(DESK)).find(({ key }) => key === 'long');
        expect(kept?.value).toHaveLength(200_000);
      });
    });

    test('opened again: everything acknowledged is there, drafts too', async () => {
      const incidentId = fresh('incident');
      await execute(call(incidentId));
      await api.saveDraft(DESK, 'kept', '{"place":"金村镇"}');
      const before = await written();
      api = await opened.reopen();
      expect(codeOf(await api.query(DESK, { type: 'getIncident', incidentId }))).toBe('ok');
      expect(await written()).toEqual(before);
      expect(await api.listDrafts(DESK)).toContainEqual(
        expect.objectContaining({ key: 'kept', value: '{"place":"金村镇"}' }),
      );
    });

    describe('practice', () => {
      test('opens a shipped scenario once, marked and read only, over the span of its night', async () => {
        const [scenario] = (await api.host()).scenarios;
        if (scenario === undefined) throw new Error('no scenario is shipped');
        const { deskId } = await api.openPractice(scenario.scenarioId);
        expect(await api.openPractice(scenario.scenarioId)).toEqual({ deskId });
        const desk = await api.query(deskId, { type: 'getDesk' });
        expect(desk.ok && desk.result).toMatchObject({ kind: 'practice', title: scenario.title });
        const span = desk.ok ? desk.result.span : null;
        expect(span?.marks.length).toBeGreaterThan(2);
        const board = await api.query(deskId, { type: 'getBoard', at: span?.to ?? 0 });
        expect(board.ok && board.result.at).toBe(span?.to);
        const written = await api.execute({ ...request(call('incident-1')), desk: deskId });
        expect(codeOf(written)).toBe('readOnlyDesk');
      });

      test.each(['nobody-wrote-this', '../package', 'a/b'])('refuses %s', async (scenarioId) => {
        await expect(api.openPractice(scenarioId)).rejects.toThrow();
      });
    });

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
        [
          'control characters',
          { type: 'AddNote', incidentId: 'incident-1', text: 'a\u0007b' },
          'invalidCommand',
          /text/,
        ],
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
        const log = await api.query(DESK, { type: 'listLog', limit: 10 });
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
        expect(codeOf(await api.query(DESK, query as { type: 'getDesk' }))).toBe(code);
      });

      test('a query of another desk', async () => {
        expect(codeOf(await api.query('elsewhere', { type: 'getDesk' }))).toBe('unknownDesk');
      });

      test('only the host watches the clock', async () => {
        const jump = { type: 'RecordClockJump', jumpId: 'j1', bootId: 'b', oldOffsetMs: 0, newOffsetMs: 9000 };
        expect(codeOf(await executeRaw({ ...good, command: jump }))).toBe('unknownOfficer');
      });

      test('[CHECK-3] only the host says what it found of itself', async () => {
        const health = await api.selfCheck({ sound: 'on', officerId: OFFICER });
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

    describe('[PEOPLE-1, PEOPLE-5, PEOPLE-6] officers by PIN', () => {
      const ZHAO = 'zhao';
      const by = async (officerId: string, command: CommandInput) =>
        codeOf(await api.execute({ ...request(command), officerId }));
      const note = (): CommandInput => ({ type: 'AddNote', incidentId: 'pin-night', text: fresh('note') });
      const act = async (asked: Parameters<DeskApi['identity']>[0]) => codeOf(await api.identity(asked));

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
        api = await opened.reopen();
        expect(await by(ZHAO, note())).toBe('ok');
        const exported = await api.exportIncident({ desk: DESK, officerId: ZHAO, incidentId: 'none', words: {} });
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
        api = await opened.reopen();
        expect([await by(ZHAO, note()), await by(OFFICER, note())]).toEqual(['deskLocked', 'deskLocked']);
        expect(codeOf(await api.query(DESK, { type: 'getBoard' }))).toBe('ok');
        expect(await by('unnamed', call('at-night'))).toBe('ok');
        expect(await act({ act: 'signIn', officerId: ZHAO, pin: '271828' })).toBe('ok');
        const desk = await api.query(DESK, { type: 'getDesk' });
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
        api = await opened.reopen();
        expect(await by(ZHAO, note())).toBe('officerRetired');
        expect(await by(OFFICER, { type: 'ReinstateOfficer', officerId: ZHAO })).toBe('ok');
        expect(await act({ act: 'signIn', officerId: ZHAO, pin: '271828' })).toBe('ok');
        expect(await by(ZHAO, note())).toBe('ok');
      });
    });
  });
}

/** Resolves once the api says that the host can be reached. */
function connected(api: DeskApi): Promise<void> {
  return new Promise((resolve) => {
    const stop = api.onConnection((isConnected) => {
      if (!isConnected) return;
      queueMicrotask(() => stop());
      resolve();
    });
  });
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}
