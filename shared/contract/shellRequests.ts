/** The bodies of the shell's own calls, parsed by the program before anything is done; the desk's stand in `webRoutes.ts`. */
import { z } from 'zod';
import { idSchema } from '#shared/domain/values.ts';
import type { ShellCall } from './shell.ts';

const nothing = z.undefined();
const incident = z.strictObject({ desk: idSchema.nullable(), incidentId: idSchema });

export const shellRequests = {
  shellInfo: nothing,
  setAutostart: z.strictObject({ on: z.boolean() }),
  /** null: the display remembered from last time, or the best there is. */
  openWall: z.strictObject({ displayId: z.number().int().nullable() }),
  closeWall: nothing,
  openIncidentWindow: incident,
  /** Brings the main window to the front, on an incident where one is named. */
  showMain: z.strictObject({ incident: incident.nullable() }),
} as const satisfies Record<ShellCall, z.ZodType>;
export type ShellBody<Name extends ShellCall> = z.output<(typeof shellRequests)[Name]>;

/** All shell bodies are a few ids. */
export const SHELL_MAX_BYTES = 1024;
