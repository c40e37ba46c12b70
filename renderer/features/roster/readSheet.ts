/** A spreadsheet file as cells, read in a thread of its own that is ended with it. */
import { MAX_FILE_BYTES, type SheetFaultCode } from '#shared/spreadsheet/fault.ts';
import type { FromSheetWorker } from './sheetWorker.ts';

export async function readSheet(
  file: File,
): Promise<{ ok: true; cells: string[][] } | { ok: false; code: SheetFaultCode }> {
  if (file.size > MAX_FILE_BYTES) return { ok: false, code: 'fileTooLarge' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const worker = new Worker(new URL('./sheetWorker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<FromSheetWorker>((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<FromSheetWorker>) => resolve(data);
      worker.onerror = () => resolve({ ok: false, code: 'broken' });
      worker.postMessage(bytes);
    });
  } finally {
    worker.terminate();
  }
}
