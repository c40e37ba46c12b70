/** 发布: through which channels, by whom, at which minute; only what was approved [plan 4.6]. */
import { deskError, unknownItem } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { decided, incidentEvent, nowTimed } from '../incident/onIncident.ts';
import { futureTimes, isBefore } from '../questions.ts';
import { onBulletin } from './onBulletin.ts';

export function releaseBulletin(command: CommandOf<'ReleaseBulletin'>, context: DecisionContext): Decision {
  const { bulletinId, spokesperson, releasedAt } = command;
  return onBulletin(command, context, ({ publicity, row: { version, title, approval } }) => {
    if (approval === null) return rejected(deskError('bulletinNotApproved', { title }, publicity.clause));
    for (const channel of command.channels) {
      const error = typeof channel === 'string' ? unknownItem('channels', channel, publicity.channels) : null;
      if (error !== null) return rejected(error);
    }
    const channels = command.channels.map((channel) =>
      typeof channel === 'string'
        ? { id: channel, name: publicity.channels.find(({ id }) => id === channel)?.label ?? channel }
        : { id: null, name: channel.other },
    );
    const at = releasedAt ?? nowTimed(context);
    const event = incidentEvent(command, 'BulletinReleased', {
      bulletinId,
      version,
      title,
      channels,
      spokesperson: spokesperson ?? null,
      at,
    });
    const early = isBefore(at, approval.at)
      ? [{ code: 'releasedBeforeApproval' as const, params: { releasedAt: at.at, approvedAt: approval.at.at } }]
      : [];
    return decided([event], [...futureTimes({ releasedAt }, context.now), ...early]);
  });
}
