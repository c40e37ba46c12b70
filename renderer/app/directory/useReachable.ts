/** The numbers somebody can be reached by; null while 通讯录 has not answered. Asked for only where it is shown. */
import { useMemo } from 'react';
import { useDeskQuery } from '../desk/useDeskQuery.ts';
import { type Callee, type Reachable, reachableOf } from './callee.ts';

const SHOWN = 20;
/** As a query may hold. */
const MOST_TEXT = 100;

export function useReachable(callee: Callee): readonly Reachable[] | null {
  const { listed } = callee;
  const asked = listed === null ? null : 'role' in listed ? listed : { text: listed.name.slice(0, MOST_TEXT) };
  const { data } = useDeskQuery(asked === null ? null : { type: 'listContacts', ...asked, limit: SHOWN });
  return useMemo(() => {
    if (listed !== null && data === undefined) return null;
    return reachableOf(callee, data?.rows ?? []);
  }, [callee, listed, data]);
}
