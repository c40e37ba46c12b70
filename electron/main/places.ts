/** Where things are, seen from the bundle in `dist/electron`, inside the shipped archive or not. */
import { fileURLToPath } from 'node:url';
import type { ProgramPlaces } from '#electron/desks/places.ts';

export type ElectronPlaces = ProgramPlaces & { preload: string; icon: string; trayIcon: string; alarmIcon: string };

export function electronPlaces(moduleUrl: string): ElectronPlaces {
  const beside = (name: string) => new URL(name, moduleUrl);
  return {
    renderer: beside('../renderer/'),
    worker: beside('deskWorker.mjs'),
    scenarios: beside('../../scenarios/'),
    packageJson: beside('../../package.json'),
    preload: fileURLToPath(beside('preload.cjs')),
    icon: fileURLToPath(beside('icon.png')),
    trayIcon: fileURLToPath(beside('tray.png')),
    alarmIcon: fileURLToPath(beside('alarm.png')),
  };
}
