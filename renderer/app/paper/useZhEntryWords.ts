/** Log entries in Chinese whatever the screen speaks: on paper they are official. */
import { useMemo } from 'react';
import type { LogRow } from '#shared/domain/rows.ts';
import { useDesk } from '../desk/deskContext.ts';
import { entryText } from '../entries/describeEntry.ts';
import type { EntryContext } from '../entries/entryTypes.ts';
import { createFormat } from '../format/useFormat.ts';
import { translateZh } from '../i18n/translator.ts';

export function useZhEntryWords(): (row: LogRow) => string {
  const { plan, desk } = useDesk();
  return useMemo(() => {
    const context: EntryContext = {
      plan,
      officers: desk.officers,
      t: translateZh,
      locale: 'zh-CN',
      format: createFormat(plan.timeZone, translateZh),
      label: (item, fallback = '') => item?.label ?? fallback,
    };
    return (row) => entryText(row, context);
  }, [plan, desk.officers]);
}
