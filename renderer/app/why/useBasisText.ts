/** Why the clocks run on the grade they run on, in one sentence. */
import type { Assessment } from '#shared/plan/assessment.ts';
import { useT } from '../i18n/locale.ts';
import { usePlanWords } from '../plan/usePlanWords.ts';

export function useBasisText(): (assessment: Assessment) => string {
  const t = useT();
  const words = usePlanWords();
  return ({ clockGrade, clockGradeBasis, grade }) => {
    switch (clockGradeBasis.kind) {
      case 'undetermined':
        return t('why.basis.undetermined', { grade: words.grade(clockGrade), clause: clockGradeBasis.clause });
      case 'determined':
        return t('why.basis.determined');
      case 'facts':
        return t('why.basis.facts', { grade: words.grade(grade), matches: words.matches(clockGradeBasis.matches) });
    }
  };
}
