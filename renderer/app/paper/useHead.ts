/** Where the log stands now: what a document made at this moment cites. */
import { useMemo } from 'react';
import type { LogHead } from '#shared/documents/document.ts';
import { useDesk } from '../desk/deskContext.ts';

export function useHead(): LogHead {
  const { chainId, logLength, headHash } = useDesk().desk;
  return useMemo(() => ({ chainId, position: logLength, hash: headHash }), [chainId, logLength, headHash]);
}
