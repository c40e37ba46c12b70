/** The JSON Schema of every command as it is written in a file, by type: what a scenario's author may write in `do`. */
import { z } from 'zod';
import { commandSchema } from '#shared/domain/commands.ts';

export function commandsJsonSchema(): Record<string, unknown> {
  return Object.fromEntries(
    commandSchema.options.map((option) => [option.shape.type.value, z.toJSONSchema(option, { io: 'input' })]),
  );
}
