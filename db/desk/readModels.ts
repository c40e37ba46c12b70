/** The desk's read models, and how they are rebuilt: by the same fold over the log that the running desk uses. */
import type { Log } from '#db/log/log.ts';
import type { Sqlite } from '#db/log/sqlite.ts';
import { callsModel } from '#db/read-models/calls.ts';
import { incidentsModel } from '#db/read-models/incidents.ts';
import { namedPeopleModel } from '#db/read-models/namedPeople.ts';
import { bringUpToDate, type ReadModel, type SourceStream } from '#db/read-models/readModel.ts';
import { cluesModel, warningsModel } from '#db/read-models/warnings.ts';
import { foldStream } from './streams.ts';

export const READ_MODELS: readonly ReadModel[] = [
  incidentsModel,
  callsModel,
  namedPeopleModel,
  cluesModel,
  warningsModel,
];

/** Answers which were rebuilt. */
export function bringReadModelsUpToDate(db: Sqlite, log: Log, models = READ_MODELS): string[] {
  return bringUpToDate(db, models, (prefix) => foldAll(log, prefix));
}

function* foldAll(log: Log, prefix: string): Generator<SourceStream> {
  for (const name of log.streamNames(prefix)) {
    const { state, last } = foldStream(name, log.readStream(name));
    if (last !== null) yield { name, state, last };
  }
}
