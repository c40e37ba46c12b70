/** What the sentences are made with on this screen. */
import { useMemo } from 'react';
import { useDesk } from '../desk/deskContext.ts';
import { useFormat } from '../format/useFormat.ts';
import { useLabel, useLocale, useT } from '../i18n/locale.ts';
import type { EntryContext } from './entryTypes.ts';

export function useEntryContext(): EntryContext {
  const { plan, desk } = useDesk();
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const label = useLabel();
  return useMemo(
    () => ({ plan, officers: desk.officers, t, locale, format, label }),
    [plan, desk.officers, t, locale, format, label],
  );
}
