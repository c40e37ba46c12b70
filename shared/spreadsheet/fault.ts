/** Why a file is not read: told in words, never a crash and never half of it. */
export const sheetFaults = [
  'notATable', // neither xlsx nor text
  'oldOrLocked', // .xls, or encrypted
  'empty',
  'fileTooLarge',
  'contentTooLarge', // unpacked it is larger than any list, or larger than it says
  'tooManyColumns',
  'tooManyRows',
  'cellTooLong',
  'broken',
  'hostile', // it defines entities of its own
] as const;
export type SheetFaultCode = (typeof sheetFaults)[number];

export class SheetFault extends Error {
  readonly code: SheetFaultCode;
  constructor(code: SheetFaultCode) {
    super(code);
    this.code = code;
  }
}

export const MAX_FILE_BYTES = 20 * 1024 * 1024;
export const MAX_COLUMNS = 200;
export const MAX_ROWS = 50_000;
/** Twenty columns of as many rows. */
export const MAX_CELLS = 1_000_000;
/** As much as a spreadsheet's own cell can hold. */
export const MAX_CELL = 32_767;

/** Text as shown; null: nothing there. */
export type Cell = string | null;
export type SheetRows = readonly (readonly Cell[])[];
