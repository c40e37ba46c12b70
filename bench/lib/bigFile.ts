/** A file of many entries, written through the log's own append in large transactions: years of a busy office. */
import { bringReadModelsUpToDate } from '#db/desk/readModels.ts';
import { foldStream } from '#db/desk/streams.ts';
import { openFile } from '#db/files/openFile.ts';
import type { NewEntry } from '#db/log/append.ts';
import { newUuid } from '#db/log/ids.ts';
import { type Log, openLog } from '#db/log/log.ts';
import type { LocalRef } from '#db/log/refs.ts';
import type { DeskRow } from '#shared/contract/rows.ts';
import { eventSchemas } from '#shared/domain/streams.ts';
import { ENGINE_VERSION } from '#shared/plan/engine/version.ts';
import { benchDesk, PLAN_ID } from './benchDesk.ts';

const PER_INCIDENT = 50;
const STILL_OPEN = 20;
const PER_TRANSACTION = 5000;
const BETWEEN_ENTRIES_MS = 60_000;

const ACTOR = { officerId: 'o1', name: '王值班', post: 'watchOfficer', role: 'watch', onBehalfOf: null };
const shown = { planHash: '', engineVersion: ENGINE_VERSION, clockGrade: 'ordinary', proposedLevel: null, unmet: [] };

const sameText = (n: number): string => `第${n}条：消防、公安、卫生力量已到场，正在疏散周边群众`;

/** `textOf`: of the nth entry, where it is a note. */
export function writeBigFile(path: string, entries: number, textOf?: (n: number) => string): void {
  const desk = benchDesk({ path });
  const row = desk.query({ type: 'getDesk' });
  desk.close();
  if (!row.ok || row.result.planHash === null) throw new Error('the desk was not set up');
  appendIncidents(path, entries, row.result, textOf ?? null);
}

function appendIncidents(
  path: string,
  entries: number,
  { planHash }: Pick<DeskRow, 'planHash'>,
  textOf: ((n: number) => string) | null,
): void {
  const now = Date.now();
  const file = openFile({ path, kind: 'live', now, newToken: () => newUuid(now) });
  const origin = { appVersion: 'bench', engineVersion: ENGINE_VERSION, bootId: 'bench' };
  const log = openLog({ db: file.db, origin, newIncarnation: false, newChainId: () => newUuid(now), now });
  const incidents = Math.floor(entries / PER_INCIDENT);
  let at = now - entries * BETWEEN_ENTRIES_MS;
  const queue: { stream: string; type: string; payload: unknown }[] = [];

  function flush(): void {
    const heads = new Map<string, readonly LocalRef[]>();
    log.commit(() => {
      for (const { stream, type, payload } of queue.splice(0)) {
        at += BETWEEN_ENTRIES_MS;
        const entry: NewEntry = {
          entryId: newUuid(at),
          stream,
          type,
          schemaVersion: eventSchemas[type]?.version ?? 1,
          body: JSON.stringify(payload),
          planHash,
        };
        const headsOf = (name: string) => heads.get(name) ?? foldHeads(log, name);
        const reading = { recordedAt: at, monotonic: at, clockTrusted: true };
        const commandId = newUuid(at);
        const { refs } = log.append({
          commandId,
          contentHash: Buffer.alloc(32),
          actor: ACTOR,
          reading,
          entries: [entry],
          headsOf,
        });
        heads.set(stream, refs);
      }
    });
  }

  for (let i = 0; i < incidents; i += 1) {
    for (let n = 0; n < PER_INCIDENT; n += 1) {
      const isLast = n === PER_INCIDENT - 1 && i < incidents - STILL_OPEN;
      const text = textOf === null ? sameText(n) : textOf(i * PER_INCIDENT + n);
      queue.push({ stream: `incident/i${i}`, ...eventOf(i, n, isLast, at, planHash ?? '', text) });
      if (queue.length >= PER_TRANSACTION) flush();
    }
  }
  flush();
  file.db.exec('DELETE FROM read_model');
  bringReadModelsUpToDate(file.db, log);
  file.close();
}

const foldHeads = (log: Log, name: string) => foldStream(name, log.readStream(name)).heads;

function eventOf(
  i: number,
  n: number,
  isLast: boolean,
  at: number,
  hash: string,
  text: string,
): { type: string; payload: unknown } {
  const time = { at, precision: 'minute' };
  const nothing = { observed: time, source: null, figures: {}, conditions: {}, durations: {}, marks: {}, details: {} };
  if (n === 0) {
    const reported = { ...nothing, figures: { dead: { kind: 'exact', n: 1 } }, details: { place: '泽州县巴公镇' } };
    const times = { occurred: time, discovered: null, received: time };
    const plan = { id: PLAN_ID, version: 'bench', hash };
    const payload = { incidentId: `i${i}`, callId: `c${i}`, title: `管道泄漏 ${i}`, plan, ...times, reported };
    return { type: 'IncidentOpened', payload };
  }
  if (isLast) return { type: 'IncidentClosed', payload: { outcome: 'handled', reason: null, shown } };
  if (n % 10 === 5) {
    const figures = { dead: { kind: 'exact', n: 1 + (n % 3) } };
    return { type: 'FiguresRecorded', payload: { observed: time, source: '现场', figures } };
  }
  return {
    type: 'NoteAdded',
    payload: { text, happened: null },
  };
}
