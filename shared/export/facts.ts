/** Everything an export is made from, as plain data: it crosses a thread. */
import type { LogHead } from '#shared/documents/document.ts';
import type { PaperSettings } from '#shared/domain/desk/desk.ts';
import type { Actor } from '#shared/domain/recorded.ts';
import type { ResponseFile } from '#shared/domain/responseRows.ts';
import type { IncidentFile, LogRow } from '#shared/domain/rows.ts';
import type { WarningFile } from '#shared/domain/warningRows.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { ExportLine } from './format.ts';

export type ExportFacts = {
  lines: readonly ExportLine[];
  plan: PlanPackage;
  /** The package's exact text, under its hash. */
  planBody: string;
  planHash: string;
  file: IncidentFile;
  response: ResponseFile;
  /** The one the incident came from. */
  warning: WarningFile | null;
  papers: PaperSettings;
  head: LogHead;
  isDrill: boolean;
  /** The desk keeps an entry with the manifest's hash; a practice replay takes none. */
  isRecorded: boolean;
  exportedAt: number;
  exportedBy: Actor;
  appVersion: string;
  engineVersion: string;
  /** Entries as the screen says them, by id. */
  words: Readonly<Record<string, string>>;
};

/** The screen's words where it sent them; else what was recorded, as it stands. */
export const wordsOf = ({ words }: Pick<ExportFacts, 'words'>, { entryId, type, payload }: LogRow): string =>
  words[entryId] ?? `${type} ${JSON.stringify(payload)}`;

const LONGEST_NAME = 60;

/** As every file system takes it. */
export function plainName(text: string): string {
  const plain = text
    .replace(/[\\/:*?"<>|\u0000-\u001F]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return (
    Array.from(plain)
      .slice(0, LONGEST_NAME)
      .join('')
      .replace(/[. ]+$/, '') || 'incident'
  );
}
