/** Help asked for above, followed until it is answered [plan 4.3.3(3)]. */
import { useActWords } from '#renderer/app/act/useActWords.ts';
import { Ticking } from '#renderer/app/clock/Ticking.tsx';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { CallButton } from '#renderer/app/directory/CallButton.tsx';
import { calleeOfUnit } from '#renderer/app/directory/callee.ts';
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
          <Request key={request.requestId} request={request} incidentId={file.incidentId} ask={ask} />
        ))}
      </ul>
    </section>
  );
}

type RequestProps = { request: ReinforcementRow; incidentId: string; ask: Ask };

function Request({ request, incidentId, ask }: RequestProps) {
  const t = useT();
  const format = useFormat();
  const acts = useActWords();
  const { plan } = useDesk();
  const { to, what, requestedAt } = request;
  const callee = calleeOfUnit(plan, { id: to, name: acts.organisation(to) });
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
      <CallButton callee={callee} incidentId={incidentId} />
      {ask !== null && (
        <Button aria-label={`${t('response.answer')}：${what}`} onPress={() => ask({ kind: 'answer', request })}>
          {t('response.answer')}
        </Button>
      )}
    </li>
  );
}
