/** 拟稿、改稿、撤稿: a bulletin in words, version by version, until it goes out or is given up [plan 4.6]. */
import { deskError, firstError, unknownItem } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { incidentEvent } from '../incident/onIncident.ts';
import { takenError } from '../incident/taken.ts';
import { onBulletin, withPublicity } from './onBulletin.ts';

export function draftBulletin(command: CommandOf<'DraftBulletin'>, context: DecisionContext): Decision {
  const { bulletinId, kind, title, text } = command;
  return withPublicity(command, context, ({ state, publicity }) => {
    const error = firstError(
      takenError(state, 'BulletinDrafted', 'bulletinId', bulletinId),
      unknownItem('kind', kind, publicity.kinds),
    );
    if (error !== null) return rejected(error);
    return accepted([incidentEvent(command, 'BulletinDrafted', { bulletinId, version: 1, title, kind, text })]);
  });
}

export function reviseBulletin(command: CommandOf<'ReviseBulletin'>, context: DecisionContext): Decision {
  const { bulletinId, title, text } = command;
  return onBulletin(command, context, ({ row }) => {
    if (row.title === title && row.text === text) return rejected(deskError('nothingChanged', { field: 'text' }));
    const version = row.version + 1;
    return accepted([incidentEvent(command, 'BulletinRevised', { bulletinId, version, title, text })]);
  });
}

export function withdrawBulletin(command: CommandOf<'WithdrawBulletin'>, context: DecisionContext): Decision {
  const { bulletinId, reason } = command;
  return onBulletin(command, context, ({ row: { version, title } }) =>
    accepted([incidentEvent(command, 'BulletinWithdrawn', { bulletinId, version, title, reason })]),
  );
}
