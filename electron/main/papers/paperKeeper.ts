/**
 * Papers on disk: the page hands over a Word file, asks for itself as PDF, or names an attached file or an export that the
 * program has, and the officer says where it goes. The page never names a path. A file is written beside its name first, so that a full disk leaves no half a paper.
 */
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import type { Destination, Exports } from '#electron/desks/exports.ts';
import type { ArchiveForm, SavedArchive } from '#shared/contract/shell.ts';
import type { Asker } from '../ipc/answerCall.ts';
import type { Text } from '../texts/texts.ts';

export type PaperKeeper = {
  saveFile(asker: Asker, name: string, bytes: Uint8Array): Promise<{ saved: boolean }>;
  savePdf(asker: Asker, name: string): Promise<{ saved: boolean }>;
  /** Refuses by throwing where its bytes are not the ones that were recorded. */
  saveAttachment(asker: Asker, name: string, sha256: string): Promise<{ saved: boolean }>;
  /** Copied or unpacked, never held whole; one nobody wanted is given up, and leaves no entry in the log. */
  saveArchive(asker: Asker, name: string, archiveId: string, as: ArchiveForm): Promise<SavedArchive>;
};

export type PaperKeeperDeps = {
  windowOf: (webContentsId: number) => BrowserWindow | null;
  /** The attached file's bytes, held against their hash; null where they are missing or changed. */
  readAttachment: (sha256: string) => Promise<Uint8Array | null>;
  /** Exports that wait to be taken. */
  exports: Pick<Exports, 'take' | 'giveUp'>;
  text: () => Text;
  log: (line: string) => void;
};

export function createPaperKeeper({ windowOf, readAttachment, exports, text, log }: PaperKeeperDeps): PaperKeeper {
  const windowFor = ({ contentsId }: Asker): BrowserWindow => {
    const window = contentsId === null ? null : windowOf(contentsId);
    if (window === null) throw new Error('the window that asked is gone');
    return window;
  };

  const extensionOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

  /** null where the officer wants it nowhere. */
  async function askWhere(window: BrowserWindow, name: string): Promise<string | null> {
    const extension = extensionOf(name);
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: text()('paper.save'),
      defaultPath: name,
      filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    });
    return canceled || filePath === '' ? null : filePath;
  }

  /** A folder is made anew in the one that is chosen. */
  async function askDestination(window: BrowserWindow, name: string, as: ArchiveForm): Promise<Destination | null> {
    if (as === 'zip') {
      const path = await askWhere(window, name);
      return path === null ? null : { as, path };
    }
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: text()('export.within'),
      buttonLabel: text()('export.here'),
      properties: ['openDirectory', 'createDirectory'],
    });
    const [within] = filePaths;
    return canceled || within === undefined ? null : { as, within, name: name.replace(/\.zip$/, '') };
  }

  async function keep(window: BrowserWindow, name: string, bytes: Uint8Array): Promise<{ saved: boolean }> {
    const path = await askWhere(window, name);
    if (path === null) return { saved: false };
    await writeWhole(path, bytes);
    log(`a paper was saved as ${extensionOf(name)}`);
    return { saved: true };
  }

  return {
    saveFile: (asker, name, bytes) => keep(windowFor(asker), name, bytes),
    async savePdf(asker, name) {
      const window = windowFor(asker);
      // The page's own @page rules say size, margins and page numbers; tagged, so that it can be read aloud.
      const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true, generateTaggedPDF: true });
      return keep(window, name, pdf);
    },
    async saveAttachment(asker, name, sha256) {
      const bytes = await readAttachment(sha256);
      if (bytes === null) throw new Error('the attached file is not as it was recorded');
      return keep(windowFor(asker), name, bytes);
    },
    async saveArchive(asker, name, archiveId, as) {
      const to = await askDestination(windowFor(asker), name, as);
      if (to === null) {
        await exports.giveUp(archiveId);
        return { kind: 'cancelled' };
      }
      const taken = await exports.take(archiveId, to);
      if (!taken.ok) return { kind: 'refused', error: taken.error };
      log(`an export was saved as a ${as}`);
      return { kind: 'saved', name: basename(taken.path) };
    },
  };
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.part`;
  try {
    await writeFile(beside, bytes);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
