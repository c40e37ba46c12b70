/** What a self-check found wrong, in one line. */
import { type CheckResults, faultsOf } from '#shared/domain/desk/selfCheck.ts';
import type { Translate } from '../i18n/translator.ts';

export function faultsText(t: Translate, results: CheckResults): string {
  const words = faultsOf(results).map((check) => {
    const { fault } = results[check];
    return fault === null ? '' : t(`check.fault.${fault}`);
  });
  return words.join(t('entries.and'));
}
