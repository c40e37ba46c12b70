/** The frame of every act on a bulletin that is there: it may still change, and it is the version that was read. */

import type { Publicity } from '#shared/plan/publicitySection.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { deskError } from '../checks.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { IncidentState } from '../incident/incident.ts';
import { onIncident } from '../incident/onIncident.ts';
import type { BulletinRow } from '../rows.ts';
import { bulletinsOf } from './bulletins.ts';

type Target = { incidentId: string; entryId?: string | undefined };
type Subject = { state: IncidentState; plan: PlanPackage; publicity: Publicity };

/** The public is told after the incident was closed, too. */
export function withPublicity(
  target: Target,
  context: DecisionContext,
  then: (subject: Subject) => Decision,
): Decision {
  return onIncident(target, context, 'afterClosing', ({ state, plan }) => {
    const { publicity } = plan;
    return publicity === undefined
      ? rejected(deskError('notInPlan', { part: 'publicity' }))
      : then({ state, plan, publicity });
  });
}

export function onBulletin(
  command: Target & { bulletinId: string; version?: number },
  context: DecisionContext,
  then: (subject: Subject & { row: BulletinRow }) => Decision,
): Decision {
  return withPublicity(command, context, (subject) => {
    const { bulletinId, version } = command;
    const row = bulletinsOf(subject.state).find((each) => each.bulletinId === bulletinId);
    if (row === undefined) return rejected(deskError('unknownReference', { field: 'bulletinId', id: bulletinId }));
    const { title, released, withdrawn } = row;
    if (released !== null) return rejected(deskError('bulletinReleased', { title, at: released.at.at }));
    if (withdrawn !== null) return rejected(deskError('bulletinWithdrawn', { title }));
    if (version !== undefined && version !== row.version)
      return rejected(deskError('bulletinChanged', { title, version: row.version, seen: version }));
    return then({ ...subject, row });
  });
}
