// Electron's fuses: switches inside its program file that no argument, variable or setting turns back on.
import { join } from 'node:path';
import { loadFuses } from './tools.ts';

/** On or off, every one there is; a fuse that a later Electron adds must be decided here before it packages. */
export const FUSES: Readonly<Record<string, boolean>> = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
};

export interface PackContext {
  appOutDir: string;
  electronPlatformName: string;
  packager: { executableName: string; appInfo: { productFilename: string } };
}

export function programOf({ appOutDir, electronPlatformName, packager }: PackContext): string {
  const { executableName, appInfo } = packager;
  if (electronPlatformName === 'darwin') {
    return join(appOutDir, `${appInfo.productFilename}.app/Contents/MacOS/${appInfo.productFilename}`);
  }
  return join(appOutDir, electronPlatformName === 'win32' ? `${appInfo.productFilename}.exe` : executableName);
}

/** electron-builder calls it after packing and before signing. */
export async function setFuses(context: PackContext): Promise<void> {
  const { flipFuses, FuseVersion, FuseV1Options } = await loadFuses();
  const wire = Object.fromEntries(Object.entries(FUSES).map(([name, on]) => [FuseV1Options[name] ?? name, on]));
  await flipFuses(programOf(context), {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature: context.electronPlatformName === 'darwin',
    ...wire,
  });
}
