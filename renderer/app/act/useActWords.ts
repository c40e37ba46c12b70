/** Names of units and parties, and decisions, in the screen's language. */

import { useMemo } from 'react';
import type { ResponseDecision, StoredParty, StoredUnit } from '#shared/domain/parts.ts';
import type { Actor } from '#shared/domain/recorded.ts';
import { useDesk } from '../desk/deskContext.ts';
import { useLabel, useT } from '../i18n/locale.ts';
import { usePlanWords } from '../plan/usePlanWords.ts';

export type ActWords = {
  unit: (unit: StoredUnit) => string;
  units: (units: readonly StoredUnit[]) => string;
  /** Of a plan organisation or unit by its id. */
  organisation: (id: string) => string;
  party: (party: StoredParty) => string;
  decision: (decision: ResponseDecision) => string;
  by: (written: { recordedAt: number; actor: Actor }) => string;
};

export function useActWords(): ActWords {
  const t = useT();
  const label = useLabel();
  const words = usePlanWords();
  const { plan } = useDesk();
  return useMemo(() => {
    const found = (id: string | null) =>
      plan.organisations.find((item) => item.id === id) ?? plan.units.find((item) => item.id === id);
    const unit = ({ id, name }: StoredUnit) => {
      const item = found(id);
      // A name that says more than the plan's label (which county it is here) stays as it was stored.
      return item === undefined || item.label !== name ? name : label(item, name);
    };
    return {
      unit,
      units: (units) => words.joined(units.map(unit)),
      organisation: (id) => label(found(id), id),
      party: ({ kind, id, name }) => (kind === 'unit' ? unit({ id, name }) : name),
      decision: ({ post, name, means }) =>
        t('entries.decision', { post: words.post(post), name, means: t(`entries.means.${means}`) }),
      by: ({ actor }) => actor.name,
    };
  }, [t, label, words, plan]);
}
