/** Counts up while there is more than one page to show; stands still otherwise. */
import { useEffect, useState } from 'react';

const PAGE_MS = 10_000;

export function useTurn(isTurning: boolean): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!isTurning) return undefined;
    const timer = setInterval(() => setTurn((now) => now + 1), PAGE_MS);
    return () => clearInterval(timer);
  }, [isTurning]);
  return isTurning ? turn : 0;
}
