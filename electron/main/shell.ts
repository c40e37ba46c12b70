/** Answers what pages ask of the program itself. */
import type { ShellInfo } from '#shared/contract/shell.ts';
import type { Shell } from './ipc/answerCall.ts';
import type { PaperKeeper } from './papers/paperKeeper.ts';
import { type DeskWindows, incidentHash } from './windows/deskWindows.ts';

export type ShellDeps = {
  windows: DeskWindows;
  info: () => Omit<ShellInfo, 'window'>;
  setAutostart: (on: boolean) => void;
  papers: PaperKeeper;
};

const DONE = {};

export const createShell = ({ windows, info, setAutostart, papers }: ShellDeps): Shell => ({
  shellInfo: (_body, { window }) => ({ ...info(), window }) satisfies ShellInfo,
  setAutostart({ on }) {
    setAutostart(on);
    windows.tell({ type: 'shell' });
    return info().autostart;
  },
  openWall({ displayId }) {
    windows.openWall(displayId);
    return DONE;
  },
  closeWall() {
    windows.closeWall();
    return DONE;
  },
  openIncidentWindow(place) {
    windows.openIncident(place);
    return DONE;
  },
  showMain({ incident }) {
    windows.showMain();
    if (incident !== null) windows.tell({ type: 'go', hash: incidentHash(incident) });
    return DONE;
  },
  saveFile: ({ name, base64 }, asker) => papers.saveFile(asker, name, Buffer.from(base64, 'base64')),
  savePdf: ({ name }, asker) => papers.savePdf(asker, name),
  saveAttachment: ({ name, sha256 }, asker) => papers.saveAttachment(asker, name, sha256),
  saveArchive: ({ name, archiveId, as }, asker) => papers.saveArchive(asker, name, archiveId, as),
});
