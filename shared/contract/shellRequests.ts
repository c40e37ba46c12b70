/** The bodies of the shell's own calls, parsed by the program before anything is done; the desk's stand in `webRoutes.ts`. */
import { z } from 'zod';
import { sha256Schema } from '#shared/domain/attachment/attachment.ts';
import { ENDINGS } from '#shared/domain/attachment/fileKind.ts';
import { idSchema } from '#shared/domain/values.ts';
import { archiveForms, type ShellCall } from './shell.ts';

const nothing = z.undefined();
const incident = z.strictObject({ desk: idSchema.nullable(), incidentId: idSchema });

/** A name and no path: where it goes is the officer's to say, in the program's own dialog. */
const fileName = (...endings: readonly string[]) =>
  z
    .string()
    .min(5)
    .max(120)
    .regex(/^[^\\/:*?"<>|\u0000-\u001F]+$/)
    .refine((name) => !name.startsWith('.') && endings.some((ending) => name.endsWith(ending)));

/** A Word file is a zip as well, and so is a workbook. */
const ZIP_FILE = 'UEsDB';
/** A list with its mark, or spreadsheet programs take it for GBK. */
const UTF8_MARK = '77u/';
/** How a warning's message to other systems begins: `<?xml `. */
const XML_FILE = 'PD94bWwg';

const ATTACHED = Object.values(ENDINGS).flatMap((endings) => endings.map((ending) => `.${ending}`));

export const shellRequests = {
  shellInfo: nothing,
  setAutostart: z.strictObject({ on: z.boolean() }),
  /** null: the display remembered from last time, or the best there is. */
  openWall: z.strictObject({ displayId: z.number().int().nullable() }),
  closeWall: nothing,
  openIncidentWindow: incident,
  /** Brings the main window to the front, on an incident where one is named. */
  showMain: z.strictObject({ incident: incident.nullable() }),
  /** A paper made in the page. */
  saveFile: z.union([
    z.strictObject({ name: fileName('.docx', '.xlsx'), base64: z.base64().startsWith(ZIP_FILE) }),
    z.strictObject({ name: fileName('.csv'), base64: z.base64().startsWith(UTF8_MARK) }),
    z.strictObject({ name: fileName('.xml'), base64: z.base64().startsWith(XML_FILE) }),
  ]),
  /** The page as it prints. */
  savePdf: z.strictObject({ name: fileName('.pdf') }),
  /** An attached file of the live desk: the program has it, the page only names it. */
  saveAttachment: z.strictObject({ name: fileName(...ATTACHED), sha256: sha256Schema }),
  /** An incident's export: the program has it, the page only names it. */
  saveArchive: z.strictObject({ name: fileName('.zip'), archiveId: z.uuid(), as: z.enum(archiveForms) }),
} as const satisfies Record<ShellCall, z.ZodType>;
export type ShellBody<Name extends ShellCall> = z.output<(typeof shellRequests)[Name]>;

/** Shell bodies are a few ids, but for a file: a paper of 200 pages is about 1 MB. */
export const SHELL_MAX_BYTES = 1024;
const FILE_MAX_BYTES = 64 * 1024 * 1024;
export const shellMaxBytes = (call: ShellCall): number => (call === 'saveFile' ? FILE_MAX_BYTES : SHELL_MAX_BYTES);
