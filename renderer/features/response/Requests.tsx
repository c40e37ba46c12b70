/** Help asked for above, followed until it is answered [plan 4.3.3(3)]. */
import { useActWords } from '#renderer/app/act/useActWords.ts';
import { Ticking } from '#renderer/app/clock/Ticking.tsx';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { ReinforcementRow, ResponseFile } from '#shared/contract/rows.ts';
import type { Ask } from './asked.ts';
import styles from './Records.module.css';

export function Requests({ file, ask }: { file: ResponseFile; ask: Ask }) {
  const t = useT();
  const open = file.reinforcements.filter(({ answer }) => answer === null);
  if (open.length === 0) return null;
  const title = t('response.requests', { n: open.length });
  return (
    <section className={styles.band} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.grow}>
        {open.map((request) => (
          <Request key={request.requestId} request={request} ask={ask} />
        ))}
      </ul>
    </section>
  );
}

function Request({ request, ask }: { request: ReinforcementRow; ask: Ask }) {
  const t = useT();
  const format = useFormat();
  const acts = useActWords();
  const { to, what, requestedAt } = request;
  return (
    <li className={styles.row}>
      <span className={styles.time}>{format.time(requestedAt)}</span>
      <span className={styles.grow}>
        <strong>{t('response.askedFor', { unit: acts.organisation(to) })}</strong> {what}{' '}
        <Ticking
          className={styles.quiet}
          text={(now) => t('response.unansweredFor', { time: format.span(requestedAt, now) })}
        />
      </span>
      {ask !== null && (
        <Button aria-label={`${t('response.answer')}：${what}`} onPress={() => ask({ kind: 'answer', request })}>
          {t('response.answer')}
        </Button>
      )}
    </li>
  );
}
