/** The thread a spreadsheet is read in: a file made to harm keeps no page from its clocks. */
import { SheetFault, type SheetFaultCode } from '#shared/spreadsheet/fault.ts';
import { readTable } from '#shared/spreadsheet/readTable.ts';

export type FromSheetWorker = { ok: true; cells: string[][] } | { ok: false; code: SheetFaultCode };

async function read(bytes: Uint8Array): Promise<FromSheetWorker> {
  try {
    const rows = await readTable(bytes);
    return { ok: true, cells: rows.map((row) => row.map((cell) => cell ?? '')) };
  } catch (thrown) {
    return { ok: false, code: thrown instanceof SheetFault ? thrown.code : 'broken' };
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  void read(data).then((answer) => globalThis.postMessage(answer));
});
