/** How many of a long list stand on the page: some at once, then more each turn, and all of them before it is printed. */
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

const AT_ONCE = 3;
const MORE = 1;

export function useGrowing(total: number): { shown: number; isWhole: boolean } {
  const [shown, setShown] = useState(AT_ONCE);
  const isWhole = shown >= total;
  useEffect(() => {
    if (isWhole) return undefined;
    const timer = setTimeout(() => setShown(shown + MORE));
    const showAll = () => flushSync(() => setShown(total));
    window.addEventListener('beforeprint', showAll);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('beforeprint', showAll);
    };
  }, [shown, total, isWhole]);
  return { shown, isWhole };
}
