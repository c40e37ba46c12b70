import { describe, expect, test } from 'vitest';
import { bringReadModelsUpToDate, READ_MODELS } from '#db/desk/readModels.ts';
import { foldStream } from '#db/desk/streams.ts';
import { openLog } from '#db/log/log.ts';
import { openSqlite, type Sqlite } from '#db/log/sqlite.ts';
import { readyDesk, tempFolder } from '#db/testing/testDesk.ts';
import { playWholeNight } from '#db/testing/wholeNight.ts';
import { eventSchemas } from '#shared/domain/streams.ts';
import type { ReadModel } from './readModel.ts';

const rowsOf = (db: Sqlite, table: string) => db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all();

function nightOnDisk(): Sqlite {
  const path = `${tempFolder()}/live.db`;
  const desk = readyDesk({ path });
  playWholeNight(desk);
  desk.close();
  return openSqlite(path);
}

function logOf(db: Sqlite) {
  const origin = { appVersion: 'test', engineVersion: 'test', bootId: 'test' };
  return openLog({ db, origin, newIncarnation: false, newChainId: () => 'unused', now: 0 });
}

/** What a replay of the log says the table must hold. */
function replayed(db: Sqlite, model: ReadModel) {
  const log = logOf(db);
  const [key] = Object.keys(model.columns);
  const rows = log.streamNames(model.streams).map((name) => {
    const { state, last } = foldStream(name, log.readStream(name));
    return last === null ? null : model.project(state, last);
  });
  return rows.filter((row) => row !== null).sort((a, b) => (String(a[key ?? '']) < String(b[key ?? '']) ? -1 : 1));
}

describe('read models', () => {
  test('[READ-1] after every event type each table holds what a replay of the log gives', () => {
    const path = `${tempFolder()}/live.db`;
    const desk = readyDesk({ path });
    const reader = openSqlite(path);
    playWholeNight(desk, (type) => {
      for (const model of READ_MODELS) expect(rowsOf(reader, model.name), type).toEqual(replayed(reader, model));
    });
    const recorded = reader.prepare<[], string>('SELECT DISTINCT type FROM log_entry').pluck().all();
    expect(recorded.toSorted()).toEqual(Object.keys(eventSchemas).toSorted());
    reader.close();
    desk.close();
  });

  test.each(READ_MODELS.map((model) => [model.name, model] as const))(
    '[READ-2] %s of another version is rebuilt from the log and swapped in',
    (name, model) => {
      const db = nightOnDisk();
      const before = rowsOf(db, name);
      expect(before.length).toBeGreaterThan(0);
      db.exec(`DELETE FROM ${name}`);
      expect(bringReadModelsUpToDate(db, logOf(db), [{ ...model, version: model.version + 1 }])).toEqual([name]);
      expect(rowsOf(db, name)).toEqual(before);
      db.close();
    },
  );

  test('[READ-2] a model of the same version is left alone', () => {
    const db = nightOnDisk();
    expect(bringReadModelsUpToDate(db, logOf(db))).toEqual([]);
    db.close();
  });

  test('[READ-2] a rebuilt model has the columns and indexes of its own version', () => {
    const db = nightOnDisk();
    const narrower: ReadModel = {
      name: 'rm_incident',
      version: 99,
      streams: 'incident/',
      columns: { incident_id: 'TEXT PRIMARY KEY' },
      indexes: [],
      project: () => ({ incident_id: 'only' }),
    };
    bringReadModelsUpToDate(db, logOf(db), [narrower]);
    expect(rowsOf(db, 'rm_incident')).toEqual([{ incident_id: 'only' }]);
    db.close();
  });
});
