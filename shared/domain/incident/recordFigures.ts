/** Figures as seen at an instant, each observation on its own; zero is a number, 正在核实 is none. */
import { deskError, figureErrors } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { futureTimes, partsOverWhole } from '../questions.ts';
import { currentAfter, decided, incidentEvent, nowTimed, onIncident } from './onIncident.ts';

export function recordFigures(command: CommandOf<'RecordFigures'>, context: DecisionContext): Decision {
  const { figures, observedAt, source } = command;
  return onIncident(command, context, 'afterClosing', ({ state, plan }) => {
    const given = Object.keys(figures);
    if (given.length === 0) return rejected(deskError('nothingToRecord', { field: 'figures' }));
    const error = figureErrors(plan, figures);
    if (error !== null) return rejected(error);
    const events = [
      incidentEvent(command, 'FiguresRecorded', {
        observed: observedAt ?? nowTimed(context),
        source: source ?? null,
        figures,
      }),
    ];
    const after = currentAfter(plan, state, events, context).figures;
    return decided(events, [...futureTimes({ observedAt }, context.now), ...partsOverWhole(plan, after, given)]);
  });
}
