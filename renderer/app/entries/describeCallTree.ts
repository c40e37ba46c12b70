/** The words for the calls of a level or a warning. */
import type { CallTreeEventType } from '#shared/domain/callTree/events.ts';
import type { Descriptions } from './entryTypes.ts';
import { said, timeText } from './wording.ts';

const MINUTE_MS = 60_000;

export const callTreeDescriptions: Descriptions<CallTreeEventType> = {
  CallStepClaimed: ({ who, tree, takenFrom }, { t }) =>
    said(
      t.parts('entries.CallStepClaimed', { who }),
      takenFrom && t('entries.CallStepClaimed.from', { name: takenFrom }),
      tree,
    ),
  CallStepReleased: ({ who, tree }, { t }) => said(t.parts('entries.CallStepReleased', { who }), tree),
  CallStepTried: ({ who, tree, name, unit, number, at, result, answeredBy, note }, context, row) => {
    const { t } = context;
    const rung = name === null || name === who ? null : unit === null ? name : `${unit} ${name}`;
    return said(
      t.parts('entries.CallStepTried', { who, result: t(`entries.phoned.${result}`) }),
      rung,
      number,
      answeredBy && t('entries.answeredBy', { name: answeredBy }),
      note,
      // Said at once, as nearly always: the entry's own time says it.
      Math.abs(row.recordedAt - at.at) < MINUTE_MS ? null : timeText(context, at, row.recordedAt),
      tree,
    );
  },
  CallStepSkipped: ({ who, tree, reason }, { t }) => said(t.parts('entries.CallStepSkipped', { who }), reason, tree),
  CallStepReopened: ({ who, tree, reason }, { t }) => said(t.parts('entries.CallStepReopened', { who }), reason, tree),
  CallStepAdded: ({ who, tree, what, phone }, { t }) =>
    said(t.parts('entries.CallStepAdded', { who }), what, phone, tree),
};
