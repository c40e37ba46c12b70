/** 第2版, 解除 */
import { useT } from '#renderer/app/i18n/locale.ts';
import type { NoticeOf } from '#shared/domain/papers/warningNotice.ts';

export function useNoticeName(): (of: NoticeOf) => string {
  const t = useT();
  return (of) => (of === 'release' ? t('warnings.releaseNotice') : t('warnings.version', { n: of }));
}
