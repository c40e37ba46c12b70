/** Names of what lies beside a desk's file. Instants in names sort as text. */
import { basename, dirname, join } from 'node:path';

/** `20131122T021200.000Z` */
export const stamp = (at: number): string => new Date(at).toISOString().replaceAll(/[-:]/g, '');

const STAMP = /(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2}\.\d{3})Z/;

export function parseStamp(text: string): number | null {
  const parts = STAMP.exec(text);
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second] = parts;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? null : at;
}

const stem = (path: string): string => basename(path).replace(/\.db$/, '');

export const backupFolder = (path: string): string => join(dirname(path), 'backups');
export const backupPath = (path: string, at: number): string =>
  join(backupFolder(path), `${stem(path)}-${stamp(at)}.db`);

/** The name whose attachments are those of the desk's backups: one store for all of them, beside them. */
export const backedUpName = (path: string): string => join(backupFolder(path), basename(path));

/** The instant of a backup of this desk's file, or null when the name is not one. */
export function backupInstant(path: string, name: string): number | null {
  const prefix = `${stem(path)}-`;
  if (!name.startsWith(prefix) || !name.endsWith('.db')) return null;
  const between = name.slice(prefix.length, -'.db'.length);
  const at = parseStamp(between);
  return at !== null && stamp(at) === between ? at : null;
}

export const damagedPath = (path: string, at: number): string => `${path}.damaged-${stamp(at)}`;

export const attachmentFolder = (path: string): string => join(dirname(path), `${stem(path)}-attachments`);
/** Where exports wait to be taken. */
export const archiveFolder = (path: string): string => join(dirname(path), `${stem(path)}-exports`);
export const archivePath = (folder: string, archiveId: string): string => join(folder, `${archiveId}.zip`);

/** Spread over folders by the first two digits: some systems grow slow with thousands of files in one. */
export const attachmentPath = (path: string, sha256: string): string =>
  join(attachmentFolder(path), sha256.slice(0, 2), sha256);

/** What is searched in: made from the log, and made anew whenever it is missing. */
export const searchPath = (path: string): string => join(dirname(path), `${stem(path)}-search.db`);
