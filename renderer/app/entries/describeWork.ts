/** The words for checklist items, tasks and instructions. */
import type { WorkEventType } from '#shared/domain/work/events.ts';
import type { Descriptions } from './entryTypes.ts';
import { partyText, said, timeText } from './wording.ts';

export const workDescriptions: Descriptions<WorkEventType> = {
  ChecklistItemSet: ({ state, label, note }, context) =>
    said(context.t.parts(`entries.ChecklistItemSet.${state}`, { label }), note),
  TaskAssigned: ({ to, what, due, givenBy }, context, row) =>
    said(
      context.t.parts('entries.TaskAssigned', { to: partyText(context, to), what }),
      due && context.t('entries.due', { time: timeText(context, due, row.recordedAt) }),
      context.t('entries.givenBy', { name: givenBy }),
    ),
  TaskAccepted: ({ what, person }, context) => said(context.t.parts('entries.TaskAccepted', { what }), person),
  TaskNoted: ({ what, text }, context) => said(context.t.parts('entries.TaskNoted', { what, text })),
  TaskFinished: ({ what, result }, context) => said(context.t.parts('entries.TaskFinished', { what, result })),
  TaskReturned: ({ what, reason }, context) => said(context.t.parts('entries.TaskReturned', { what, reason })),
  InstructionRecorded: ({ from, text }, context) =>
    said(context.t.parts('entries.InstructionRecorded', { from, text })),
  InstructionAnswered: ({ from, text }, context) =>
    said(context.t.parts('entries.InstructionAnswered', { from, text })),
};
