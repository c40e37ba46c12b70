/** Does one piece of work on a whole file and answers with its result, or with why it could not be done. */
import { backUpFiles, bringBackFiles } from '#db/files/attachmentCopies.ts';
import { DeskFileError } from '#db/files/fileError.ts';
import { buildRescue, putBuiltInPlace } from '#db/files/rescue.ts';
import { storageError, systemError } from '#db/files/storageErrors.ts';
import { verifyFile } from '#db/files/verifyFile.ts';
import type { FileTask, FromFileTask } from './workerProtocol.ts';

export async function doFileTask(task: FileTask): Promise<FromFileTask> {
  try {
    return { ok: true, result: await resultOf(task) };
  } catch (thrown) {
    const error =
      thrown instanceof DeskFileError ? thrown.toDeskError() : (storageError(thrown) ?? systemError(thrown));
    if (error === null) throw thrown;
    return { ok: false, error };
  }
}

async function resultOf(task: FileTask): Promise<unknown> {
  switch (task.task) {
    case 'verify':
      return verifyFile(task.path);
    case 'backUpFiles':
      return backUpFiles(task.path, task.copy);
    case 'bringBackFiles':
      return bringBackFiles(task.path);
    case 'buildRescue':
      return buildRescue(task.request);
    case 'placeRescue':
      putBuiltInPlace(task.path, task.now);
      return null;
    case 'buildExport': {
      // The Word library is loaded by this task alone.
      const { buildFromSource } = await import('./buildFromSource.ts');
      return buildFromSource(task.source, task.places);
    }
  }
}
