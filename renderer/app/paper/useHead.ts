/** Where the log stands now: what a document made at this moment cites. */
import type { LogHead } from '#shared/documents/document.ts';
import { useDesk } from '../desk/deskContext.ts';

export function useHead(): LogHead {
  const { chainId, logLength, headHash } = useDesk().desk;
  return { chainId, position: logLength, hash: headHash };
}
