/**
 * Papers on disk: the page hands over a Word file or an incident's export, or asks for itself as PDF, and the officer says where it goes. The page
 * never names a path. A file is written beside its name first, so that a full disk leaves no half a paper.
 */
import { rename, rm, writeFile } from 'node:fs/promises';
import { type BrowserWindow, dialog } from 'electron';
import type { Asker } from '../ipc/answerCall.ts';
import type { Text } from '../texts/texts.ts';

export type PaperKeeper = {
  saveFile(asker: Asker, name: string, bytes: Uint8Array): Promise<{ saved: boolean }>;
  savePdf(asker: Asker, name: string): Promise<{ saved: boolean }>;
  /** Refuses by throwing where its bytes are not the ones that were recorded. */
  saveAttachment(asker: Asker, name: string, sha256: string): Promise<{ saved: boolean }>;
};

export type PaperKeeperDeps = {
  windowOf: (webContentsId: number) => BrowserWindow | null;
  /** The attached file's bytes, held against their hash; null where they are missing or changed. */
  readAttachment: (sha256: string) => Promise<Uint8Array | null>;
  text: () => Text;
  log: (line: string) => void;
};

export function createPaperKeeper({ windowOf, readAttachment, text, log }: PaperKeeperDeps): PaperKeeper {
  const windowFor = ({ contentsId }: Asker): BrowserWindow => {
    const window = contentsId === null ? null : windowOf(contentsId);
    if (window === null) throw new Error('the window that asked is gone');
    return window;
  };

  async function keep(window: BrowserWindow, name: string, bytes: Uint8Array): Promise<{ saved: boolean }> {
    const extension = name.slice(name.lastIndexOf('.') + 1);
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: text()('paper.save'),
      defaultPath: name,
      filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    });
    if (canceled || filePath === '') return { saved: false };
    await writeWhole(filePath, bytes);
    log(`a paper was saved as ${extension}`);
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
