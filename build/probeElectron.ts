// Started in the background by build/start.ts: whether Electron's runtime could be fetched now. Nobody waits for it.
import { fileURLToPath } from 'node:url';
import { probeElectron } from './fetchElectron.ts';
import { FETCH_LIMITS } from './startDecision.ts';

setTimeout(() => process.exit(0), 2 * FETCH_LIMITS.firstByteMs).unref();
await probeElectron(fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, ''));
process.exit(0); // a connection that is being torn down need not be waited for
