/** Handing over the watch. Only the program records it, once both have shown who they are. */
import { z } from 'zod';
import { handoverFields } from './events.ts';

export const recordHandoverSchema = z.strictObject({ type: z.literal('RecordHandover'), ...handoverFields });
export const handoverCommandSchemas = [recordHandoverSchema] as const;
