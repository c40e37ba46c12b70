/** Every command the desk takes, in one place. */
import { z } from 'zod';
import { alarmCommandSchemas } from './alarm/commands.ts';
import { attachmentCommandSchemas } from './attachment/attachment.ts';
import { bulletinCommandSchemas } from './bulletin/commands.ts';
import { callTreeCommandSchemas } from './callTree/commands.ts';
import { deskCommandSchemas } from './desk/commands.ts';
import { directoryCommandSchemas } from './directory/commands.ts';
import { handoverCommandSchemas } from './handover/commands.ts';
import { incidentCommandSchemas } from './incident/commands.ts';
import { onSceneCommandSchemas } from './onScene/commands.ts';
import { peopleCommandSchemas } from './people/commands.ts';
import { responseCommandSchemas } from './response/commands.ts';

import { rosterCommandSchemas } from './roster/commands.ts';

import { warningCommandSchemas } from './warning/commands.ts';

import { workCommandSchemas } from './work/commands.ts';

export const commandSchema = z.discriminatedUnion('type', [
  ...incidentCommandSchemas,
  ...responseCommandSchemas,
  ...onSceneCommandSchemas,
  ...workCommandSchemas,
  ...bulletinCommandSchemas,
  ...warningCommandSchemas,
  ...callTreeCommandSchemas,
  ...attachmentCommandSchemas,
  ...deskCommandSchemas,
  ...directoryCommandSchemas,
  ...peopleCommandSchemas,
  ...handoverCommandSchemas,
  ...rosterCommandSchemas,
  ...alarmCommandSchemas,
]);

/** As sent over the boundary (ISO times, `"3+"` figures). */
export type CommandInput = z.input<typeof commandSchema>;
/** As parsed: UTC ms, exact shapes. */
export type Command = z.output<typeof commandSchema>;
export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
export const commandTypes: readonly CommandType[] = commandSchema.options.map((option) => option.shape.type.value);
