/** What is to be signed for: `启动 Ⅰ级响应 · 指挥长 陈立`, `签发《…》 · 办公室主任 李卫东`. */
import type { SignatureRow } from '#shared/contract/rows.ts';
import { useT } from '../i18n/locale.ts';
import { usePlanWords } from '../plan/usePlanWords.ts';

export function useSignatureWords(): (signature: SignatureRow) => string {
  const t = useT();
  const words = usePlanWords();
  return ({ act, part, level, title, post, name }) => {
    const who = [post === null ? '' : words.post(post), name].join(' ').trim();
    if (act === 'signOff') return t('response.signOffOf', { title: title ?? '', who });
    return t('response.signatureOf', {
      act: t(part === 'approval' ? 'response.act.approve' : `response.act.${act}`),
      level: words.level(level),
      who,
    });
  };
}
