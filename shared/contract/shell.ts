/**
 * What a screen inside Electron's windows may ask of the program around it, beside the desk itself: windows, displays,
 * autostart. Names and types only, no zod: the preload script, which runs before every page, bundles this file.
 * (`shellRequests.ts` has the schemas.)
 */
import type { DeskError } from '#shared/domain/errors.ts';
import type { WebRouteName } from './webRoutes.ts';

/** main: the desk · alarm: always on top · wall: the board for everyone, no controls · incident: one file, popped out. */
export const windowKinds = ['main', 'alarm', 'wall', 'incident'] as const;
export type WindowKind = (typeof windowKinds)[number];

/** The desk's own calls, as the web host has them. */
export const deskCalls = [
  'host',
  'execute',
  'query',
  'listDrafts',
  'saveDraft',
  'identity',
  'openPractice',
  'rescue',
  'selfCheck',
  'exportIncident',
  'readArchive',
  'storeFile',
  'readFile',
  'checkFiles',
] as const satisfies readonly WebRouteName[];
export type DeskCall = (typeof deskCalls)[number];

export const shellCalls = [
  'shellInfo',
  'setAutostart',
  'openWall',
  'closeWall',
  'openIncidentWindow',
  'showMain',
  'saveFile',
  'savePdf',
  'saveAttachment',
  'saveArchive',
] as const;
export type ShellCall = (typeof shellCalls)[number];
export type IpcCall = DeskCall | ShellCall;

export const ipcCalls: readonly IpcCall[] = [...deskCalls, ...shellCalls];
export const channelOf = (call: IpcCall): string => `watchdesk:${call}`;
/** From the program to its pages: the desk's pushes, and the shell's own. */
export const PUSH_CHANNEL = 'watchdesk:push';

/** An export is put down as one file, or as a folder of what is in it. */
export const archiveForms = ['zip', 'folder'] as const;
export type ArchiveForm = (typeof archiveForms)[number];
/** `refused`: the log could not say so, and nothing was put down. */
export type SavedArchive =
  | { kind: 'saved'; name: string }
  | { kind: 'cancelled' }
  | { kind: 'refused'; error: DeskError };

/** Every call is answered by this, with the web host's status numbers; a call that fails is an answer, not an exception. */
export type IpcAnswer = { status: number; value: unknown };

export type DisplayRow = { displayId: number; label: string; width: number; height: number; isPrimary: boolean };
export type ShellInfo = {
  platform: string;
  /** Which of the windows asked. */
  window: WindowKind;
  displays: DisplayRow[];
  wall: { isOpen: boolean; displayId: number | null };
  /** `on` is null where this system has no way to start a program with the session. */
  autostart: { on: boolean | null };
};

/** The menu's commands, by the same names as the keyboard's. */
export const menuCommands = ['board', 'intake', 'incident', 'report', 'note', 'clue', 'find', 'keys'] as const;
export type MenuCommand = (typeof menuCommands)[number];

export type ShellPush =
  | { type: 'menu'; command: MenuCommand }
  /** Show this place: an address's fragment. */
  | { type: 'go'; hash: string }
  /** Displays, windows or autostart changed: ask again. */
  | { type: 'shell' };

type Call = (body?: unknown) => Promise<IpcAnswer>;
/** What the preload script puts on `window.watchdesk`: one function per channel, nothing generic. */
export type Bridge = Readonly<Record<IpcCall, Call>> & {
  /** The desk's pushes and the shell's; answers the way to stop. */
  onPush(listener: (push: unknown) => void): () => void;
};
