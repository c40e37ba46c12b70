import { addScheme } from './addresses.ts';

type Handler = (request: Request) => Response | Promise<Response>;
export const schemeHandlers = new Map<string, Handler>();

export const protocol: Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'isProtocolHandled'> = {
  registerSchemesAsPrivileged(schemes) {
    for (const { scheme } of schemes) addScheme(scheme);
  },
  handle(scheme, handler) {
    schemeHandlers.set(scheme, handler);
  },
  isProtocolHandled: (scheme) => schemeHandlers.has(scheme),
};
