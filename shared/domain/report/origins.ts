/** Which entries a first report's element was taken from, so that every word on paper can be asked where it came from. */
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { IncidentFile, LogRow } from '../rows.ts';

type Source = PlanPackage['initialReportElements'][number]['source'];

export function originsOf(plan: PlanPackage, file: IncidentFile): (elementId: string) => string[] {
  const standing = file.entries.filter(({ struck }) => struck === null);
  return (elementId) => {
    const source = plan.initialReportElements.find(({ id }) => id === elementId)?.source;
    return source === undefined ? [] : originOf(source, file, standing).filter((id) => id !== null);
  };
}

function originOf(source: Source, file: IncidentFile, standing: readonly LogRow[]): (string | null)[] {
  switch (source.kind) {
    case 'detail':
      return [file.details[source.detail]?.entryId ?? null];
    case 'figure':
      return [file.assessment.figures.find(({ figure }) => figure === source.figure)?.entryId ?? null];
    case 'time':
      return [standing.findLast(saysTime)?.entryId ?? null];
    case 'conditions':
      return standing.filter(saysConditions).map(({ entryId }) => entryId);
  }
}

type Telling = { occurred?: unknown; conditions?: object; reported?: { conditions?: object } };
const payloadOf = (row: LogRow): Telling => row.payload as Telling;

const saysTime = (row: LogRow): boolean =>
  ['IncidentOpened', 'CallJoined', 'TimesCorrected'].includes(row.type) && payloadOf(row).occurred !== undefined;

/** A level's end has conditions too, of another kind. */
function saysConditions(row: LogRow): boolean {
  const { conditions, reported } = payloadOf(row);
  const told = row.type === 'ConditionsRecorded' ? conditions : reported?.conditions;
  return told !== undefined && Object.keys(told).length > 0;
}
