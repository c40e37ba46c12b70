/**
 * Papers on disk: the page hands over a Word file, asks for itself as PDF, or names an attached file or an export that the
 * program has, and the officer says where it goes. The page never names a path. A file is written beside its name first, so that a full disk leaves no half a paper.
 */
import { rename, rm, writeFile } from 'node:fs/promises';
import { type BrowserWindow, dialog } from 'electron';
import type { Archives } from '#db/files/archives.ts';
import type { Asker } from '../ipc/answerCall.ts';
import type { Text } from '../texts/texts.ts';

export type PaperKeeper = {
  saveFile(asker: Asker, name: string, bytes: Uint8Array): Promise<{ saved: boolean }>;
  savePdf(asker: Asker, name: string): Promise<{ saved: boolean }>;
  /** Refuses by throwing where its bytes are not the ones that were recorded. */
  saveAttachment(asker: Asker, name: string, sha256: string): Promise<{ saved: boolean }>;
  /** Copied, never held whole; one nobody wanted is dropped. */
  saveArchive(asker: Asker, name: string, archiveId: string): Promise<{ saved: boolean }>;
};

export type PaperKeeperDeps = {
  windowOf: (webContentsId: number) => BrowserWindow | null;
  /** The attached file's bytes, held against their hash; null where they are missing or changed. */
  readAttachment: (sha256: string) => Promise<Uint8Array | null>;
  /** Exports that wait to be taken. */
  archives: Pick<Archives, 'take' | 'drop'>;
  text: () => Text;
  log: (line: string) => void;
};

export function createPaperKeeper({ windowOf, readAttachment, archives, text, log }: PaperKeeperDeps): PaperKeeper {
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
    async saveArchive(asker, name, archiveId) {
      const path = await askWhere(windowFor(asker), name);
      if (path === null) {
        await archives.drop(archiveId);
        return { saved: false };
      }
      await archives.take(archiveId, path);
      log('an export was saved');
      return { saved: true };
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
