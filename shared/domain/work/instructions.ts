/** 批示: leaders' instructions, recorded as such and followed until answered [plan 4.1.3(2)]. */
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { IncidentState } from '../incident/incident.ts';
import { decided, incidentEvent, nowTimed, onIncident } from '../incident/onIncident.ts';
import { standing } from '../incident/status.ts';
import { takenError } from '../incident/taken.ts';
import { futureTimes, outOfOrder } from '../questions.ts';
import type { InstructionRow } from '../responseRows.ts';

export function instructionsOf(state: IncidentState): InstructionRow[] {
  const answers = standing(state, 'InstructionAnswered');
  return standing(state, 'InstructionRecorded').map(({ payload, entryId, recordedAt, actor }) => {
    const { instructionId, from, text, at } = payload;
    const answer = answers.find((each) => each.payload.instructionId === instructionId);
    return {
      entryId,
      recordedAt,
      actor,
      instructionId,
      from,
      text,
      receivedAt: at.at,
      answer:
        answer === undefined
          ? null
          : {
              text: answer.payload.text,
              at: answer.payload.at.at,
              entryId: answer.entryId,
              actor: answer.actor,
            },
    };
  });
}

export function recordInstruction(command: CommandOf<'RecordInstruction'>, context: DecisionContext): Decision {
  const { instructionId, from, text, receivedAt } = command;
  return onIncident(command, context, 'afterClosing', ({ state }) => {
    const taken = takenError(state, 'InstructionRecorded', 'instructionId', instructionId);
    if (taken !== null) return rejected(taken);
    const at = receivedAt ?? nowTimed(context);
    const event = incidentEvent(command, 'InstructionRecorded', { instructionId, from, text, at });
    return decided([event], futureTimes({ receivedAt }, context.now));
  });
}

export function answerInstruction(command: CommandOf<'AnswerInstruction'>, context: DecisionContext): Decision {
  const { instructionId, text, answeredAt } = command;
  return onIncident(command, context, 'afterClosing', ({ state }) => {
    const field = 'instructionId';
    const row = instructionsOf(state).find((each) => each.instructionId === instructionId);
    if (row === undefined) return rejected(deskError('unknownReference', { field, id: instructionId }));
    if (row.answer !== null)
      return rejected(deskError('alreadyAnswered', { field, id: instructionId, at: row.answer.at }));
    const at = answeredAt ?? nowTimed(context);
    const event = incidentEvent(command, 'InstructionAnswered', { instructionId, from: row.from, text, at });
    return decided(
      [event],
      [
        ...futureTimes({ answeredAt }, context.now),
        ...outOfOrder(['receivedAt', row.receivedAt], ['answeredAt', answeredAt]),
      ],
    );
  });
}
