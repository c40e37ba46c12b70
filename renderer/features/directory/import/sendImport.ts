/** An import goes to the desk in parts; stopped or refused on the way it is cancelled as a whole [DIRECTORY-1]. */

import type { ExecuteOutcome } from '#renderer/app/desk/execute.ts';
import type { Execute } from '#renderer/app/desk/useExecute.ts';
import { partRowsOf } from '#shared/domain/directory/commands.ts';
import type { StagedInput } from '#shared/domain/directory/importTable.ts';

export type ImportToSend = { importId: string; fileName: string; asOf: string; rows: readonly StagedInput[] };

/** null: stopped by the officer, nothing was written. */
export async function sendImport(
  { importId, fileName, asOf, rows }: ImportToSend,
  execute: Execute,
  tell: (done: number) => void,
  signal: AbortSignal,
): Promise<ExecuteOutcome | null> {
  const partRows = partRowsOf(rows.length);
  const parts = Math.ceil(rows.length / partRows);
  const started = await execute({ type: 'StartContactImport', importId, fileName, rows: rows.length, parts, asOf });
  if (!started.ok) return started;
  for (let part = 0; part < parts; part += 1) {
    const chunk = rows.slice(part * partRows, (part + 1) * partRows);
    const staged = signal.aborted
      ? null
      : await execute({ type: 'StageContacts', importId, part, rows: chunk.map((row) => ({ ...row })) });
    if (staged === null || !staged.ok) {
      await execute({ type: 'CancelContactImport', importId });
      return staged;
    }
    tell((part + 1) / (parts + 1));
  }
  return execute({ type: 'FinishContactImport', importId });
}
