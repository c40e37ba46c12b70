/** The plan's words about warnings in the screen's language: sources, kinds, authorities, areas, levels. */
import { useMemo } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel } from '#renderer/app/i18n/locale.ts';

export type WarningWords = {
  source: (id: string) => string;
  kind: (id: string | null) => string;
  area: (id: string | null) => string;
  authority: (id: string) => string;
  level: (id: string | null) => string;
  ground: (id: string) => string;
};

export function useWarningWords(): WarningWords {
  const label = useLabel();
  const { plan } = useDesk();
  return useMemo(() => {
    const { warnings } = plan;
    const named =
      (list: readonly { id: string; label: string; labelEn: string }[] = []) =>
      (id: string | null) =>
        id === null
          ? ''
          : label(
              list.find((item) => item.id === id),
              id,
            );
    return {
      source: named(warnings?.sources),
      kind: named(warnings?.kinds),
      area: named(plan.areas),
      authority: named(warnings?.authorities),
      level: named(warnings?.levels),
      ground: named(warnings?.grounds),
    };
  }, [label, plan]);
}
