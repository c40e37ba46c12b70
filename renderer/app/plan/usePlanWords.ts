/** `const words = usePlanWords(); words.rule(id), words.matches(list), words.clause(clause, provenance)` */
import { useMemo } from 'react';
import { useDesk } from '../desk/deskContext.ts';
import { useFormat } from '../format/useFormat.ts';
import { useLabel, useLocale, useT } from '../i18n/locale.ts';
import { createPlanWords, type PlanWords } from './planWords.ts';

export function usePlanWords(): PlanWords {
  const { plan } = useDesk();
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const label = useLabel();
  return useMemo(() => createPlanWords({ plan, t, locale, format, label }), [plan, t, locale, format, label]);
}
