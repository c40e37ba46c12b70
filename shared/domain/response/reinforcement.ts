/** Beyond the city's capacity: help asked of the command above, followed until answered [plan 4.3.3(3)]. */
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { IncidentState } from '../incident/incident.ts';
import { decided, incidentEvent, nowTimed, onIncident } from '../incident/onIncident.ts';
import { standing } from '../incident/status.ts';
import { takenError } from '../incident/taken.ts';
import { futureTimes, outOfOrder } from '../questions.ts';
import type { ReinforcementRow } from '../responseRows.ts';

export function reinforcementsOf(state: IncidentState): ReinforcementRow[] {
  const answers = standing(state, 'ReinforcementAnswered');
  return standing(state, 'ReinforcementRequested').map(({ payload, entryId, recordedAt, actor }) => {
    const answer = answers.find((each) => each.payload.requestId === payload.requestId);
    const { requestId, to, what, person, at } = payload;
    const written = { entryId, recordedAt, actor };
    return {
      ...written,
      requestId,
      to,
      what,
      person,
      requestedAt: at.at,
      answer:
        answer === undefined
          ? null
          : {
              answer: answer.payload.answer,
              text: answer.payload.text,
              person: answer.payload.person,
              at: answer.payload.at.at,
              entryId: answer.entryId,
            },
    };
  });
}

export function requestReinforcement(command: CommandOf<'RequestReinforcement'>, context: DecisionContext): Decision {
  const { requestId, to, what, person, requestedAt } = command;
  return onIncident(command, context, 'open', ({ state, plan }) => {
    if (!plan.superior?.reinforcedBy.includes(to))
      return rejected(deskError('unknownPlanItem', { field: 'to', id: to }));
    const taken = takenError(state, 'ReinforcementRequested', 'requestId', requestId);
    if (taken !== null) return rejected(taken);
    const at = requestedAt ?? nowTimed(context);
    const event = incidentEvent(command, 'ReinforcementRequested', { requestId, to, what, person: person ?? null, at });
    return decided([event], futureTimes({ requestedAt }, context.now));
  });
}

export function answerReinforcement(command: CommandOf<'AnswerReinforcement'>, context: DecisionContext): Decision {
  const { requestId, answer, text, person, answeredAt } = command;
  return onIncident(command, context, 'afterClosing', ({ state }) => {
    const field = 'requestId';
    const request = reinforcementsOf(state).find((row) => row.requestId === requestId);
    if (request === undefined) return rejected(deskError('unknownReference', { field, id: requestId }));
    if (request.answer !== null)
      return rejected(deskError('alreadyAnswered', { field, id: requestId, at: request.answer.at }));
    const event = incidentEvent(command, 'ReinforcementAnswered', {
      requestId,
      answer,
      text: text ?? null,
      person: person ?? null,
      at: answeredAt ?? nowTimed(context),
    });
    return decided(
      [event],
      [
        ...futureTimes({ answeredAt }, context.now),
        ...outOfOrder(['requestedAt', request.requestedAt], ['answeredAt', answeredAt]),
      ],
    );
  });
}
