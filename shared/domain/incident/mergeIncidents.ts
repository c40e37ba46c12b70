/**
 * Two incidents were one: the one stops, the other takes over what was observed, reported, asked and heard.
 * Observations keep their own instants; of yes/no facts only what adds to the other's knowledge goes over.
 */
import type { Assessment } from '#shared/plan/assessment.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { deskError, firstError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { DeskError } from '../errors.ts';
import { levelRank } from '../response/authority.ts';
import { levelInForce } from '../response/levels.ts';
import { openWork } from '../response/openWork.ts';
import type { IncidentEventPayload, ReportedFacts } from './events.ts';
import type { IncidentState } from './incident.ts';
import { assessNow, decided, incidentEvent, onIncident, type Subject } from './onIncident.ts';
import { callsOf, detailsOf, standing, standingDemands, standingReports } from './status.ts';

export function mergeIncidents(command: CommandOf<'MergeIncidents'>, context: DecisionContext): Decision {
  const { incidentId, into, reason } = command;
  if (incidentId === into) return rejected(deskError('cannotMergeIntoItself', { field: 'into', id: into }));
  return onIncident(command, context, 'open', (from) =>
    onIncident({ incidentId: into, field: 'into' }, context, 'open', (target) => {
      const absorbed = absorb(from, target, context, reason);
      const error = mergeError(target.plan, from.state, target.state, absorbed);
      if (error !== null) return rejected(error);
      const events = [
        incidentEvent(command, 'IncidentMerged', { into, reason }),
        incidentEvent({ incidentId: into }, 'IncidentAbsorbed', absorbed),
      ];
      return decided(events, openWork(from.state));
    }),
  );
}

type Absorbed = IncidentEventPayload<'IncidentAbsorbed'>;

function mergeError(plan: PlanPackage, from: IncidentState, into: IncidentState, absorbed: Absorbed): DeskError | null {
  const taken = (kind: 'report' | 'demand', id: string) =>
    into.facts.some((fact) =>
      fact.kind === 'report'
        ? kind === 'report' && fact.report.reportId === id
        : fact.kind === 'demand' && kind === 'demand' && fact.demandId === id,
    );
  const [lost, kept] = [levelInForce(from)?.level ?? null, levelInForce(into)?.level ?? null];
  return firstError(
    levelRank(plan, lost) > levelRank(plan, kept)
      ? deskError('mergeLosesLevel', { level: lost, into: into.incidentId })
      : null,
    ...absorbed.reports.map(({ reportId: id }) =>
      taken('report', id) ? deskError('idTaken', { field: 'reportId', id }) : null,
    ),
    ...absorbed.demands.map(({ demandId: id }) =>
      taken('demand', id) ? deskError('idTaken', { field: 'demandId', id }) : null,
    ),
  );
}

function absorb(from: Subject, into: Subject, context: DecisionContext, reason: string): Absorbed {
  const known = assessNow(into, context);
  const brought = assessNow(from, context);
  const answered = new Set(standingReports(from.state).map((report) => report.demandId));
  return {
    from: from.state.incidentId,
    reason,
    reported: [...observations(from.state), knowledge(from.state, brought, known, context.now)],
    reports: standingReports(from.state),
    demands: standingDemands(from.state).filter(({ demandId }) => !answered.has(demandId)),
    calls: callsOf(from.state),
  };
}

/** Every figure as it was seen, when it was seen. */
function observations(state: IncidentState): ReportedFacts[] {
  const given = [
    ...standing(state, 'IncidentOpened').map(({ payload }) => payload.reported),
    ...standing(state, 'CallJoined').map(({ payload }) => payload.reported),
    ...standing(state, 'FiguresRecorded').map(({ payload }) => payload),
    ...standing(state, 'IncidentAbsorbed').flatMap(({ payload }) => payload.reported),
  ];
  return given
    .filter(({ figures }) => Object.keys(figures).length > 0)
    .map(({ observed, source, figures }) => ({ ...NOTHING, observed, source, figures }));
}

const NOTHING = { figures: {}, conditions: {}, durations: {}, marks: {}, details: {} } as const;

function knowledge(state: IncidentState, brought: Assessment, known: Assessment, now: number): ReportedFacts {
  const conditions = Object.entries(brought.conditions).filter(
    ([id, value]) =>
      value !== 'unknown' && (known.conditions[id] === 'unknown' || (value === 'yes' && known.conditions[id] === 'no')),
  );
  const marks = Object.entries(brought.marks).filter(
    ([id, value]) => value !== 'unknown' && known.marks[id] === 'unknown',
  );
  const durations = brought.durations.filter(({ duration, started, forecastHours }) => {
    const other = known.durations.find((item) => item.duration === duration);
    const isKnown = other !== undefined && (other.started !== null || other.forecastHours !== null);
    return !isKnown && (started !== null || forecastHours !== null);
  });
  return {
    observed: { at: now, precision: 'second' },
    source: null,
    figures: {},
    conditions: Object.fromEntries(conditions),
    durations: Object.fromEntries(
      durations.map(({ duration, started, ended, forecastHours }) => [duration, { started, ended, forecastHours }]),
    ),
    marks: Object.fromEntries(marks),
    details: Object.fromEntries(Object.values(detailsOf(state)).map(({ detail, value }) => [detail, value])),
  };
}
