/** What to read out, in large type: filled from the facts, 正在核实 spelled out, with how long reading takes. */
import { useMemo } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useDraft } from '#renderer/app/desk/useDraft.ts';
import { CallButton } from '#renderer/app/directory/CallButton.tsx';
import { calleeOfCaller, calleeOfUnit } from '#renderer/app/directory/callee.ts';
import { useReachable } from '#renderer/app/directory/useReachable.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { IncidentFile } from '#shared/contract/rows.ts';
import { isPhoneNumber } from '#shared/domain/directory/contact.ts';
import { phoneScript } from '#shared/domain/report/phoneScript.ts';
import { detailText } from '#shared/domain/report/words.ts';
import styles from './PhoneReport.module.css';
import { splitUnknown } from './splitUnknown.ts';

export function Script({ file, to }: { file: IncidentFile; to: string }) {
  const t = useT();
  const words = usePlanWords();
  const { plan, officer } = useDesk();
  // The desk's own number hardly changes; what is asked for does with every incident.
  const callback = useDraft('report/callback', '');
  const requests = useDraft(`report/requests/${file.incidentId}`, '');
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  const script = useMemo(() => {
    const caller = { ...officer, callback: orNull(callback.value), requests: orNull(requests.value) };
    return phoneScript(plan, file, caller, to);
  }, [plan, file, officer, callback.value, requests.value, to]);
  return (
    <section className={styles.script} aria-labelledby="script-title">
      <header className={styles.scriptHead}>
        <h2 id="script-title" className={styles.scriptTitle}>
          {t('reports.callTo')} <strong>{words.unit(to)}</strong>
        </h2>
        <ToDial file={file} to={to} />
        <span className={styles.estimate}>{t('reports.readsIn', { seconds: script.seconds })}</span>
      </header>
      <div className={styles.lines} lang="zh-CN">
        {script.lines.map(({ id, text }, index) => (
          <p key={`${id} ${index}`} className={styles.line}>
            {splitUnknown(text).map((part, at) =>
              part.isUnknown ? (
                <mark key={at} className={styles.unknown}>
                  {part.text}
                </mark>
              ) : (
                part.text
              ),
            )}
          </p>
        ))}
      </div>
      <IfAsked file={file} said={script.lines.map(({ text }) => text).join('')} />
      <div className={styles.scriptFields}>
        <TextField
          label={t('reports.requests')}
          value={requests.value}
          onChange={requests.set}
          placeholder={t('reports.requestsNone')}
        />
        <TextField label={t('reports.ownNumber')} value={callback.value} onChange={callback.set} inputMode="tel" />
      </div>
      <Numbers file={file} />
    </section>
  );
}

/** To be dialled from; where 通讯录 has none, pressing 拨打 leads there. */
function ToDial({ file, to }: { file: IncidentFile; to: string }) {
  const t = useT();
  const words = usePlanWords();
  const { plan } = useDesk();
  const name = words.unit(to);
  const callee = useMemo(() => calleeOfUnit(plan, { id: to, name }), [plan, to, name]);
  const reachable = useReachable(callee);
  const [first] = reachable ?? [];
  return (
    <span className={styles.number}>
      {first !== undefined && <strong>{first.number}</strong>}
      {reachable?.length === 0 && <span className={styles.quiet}>{t('directory.noNumber')}</span>}
      <CallButton callee={callee} incidentId={file.incidentId} />
    </span>
  );
}

/** What there was no time to read out, in full. */
function IfAsked({ file, said }: { file: IncidentFile; said: string }) {
  const t = useT();
  const words = usePlanWords();
  const { plan } = useDesk();
  const left = plan.details.flatMap((detail) => {
    const text = detail.group === 'caller' ? null : detailText(plan, file, detail);
    return text === null || said.includes(text) ? [] : [{ id: detail.id, text }];
  });
  if (left.length === 0) return null;
  return (
    <section className={styles.asked}>
      <h3 className={styles.heading}>{t('reports.ifAsked')}</h3>
      <dl>
        {left.map(({ id, text }) => (
          <div key={id}>
            <dt>{words.detail(id)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Who told us, to ask back. */
function Numbers({ file }: { file: IncidentFile }) {
  const t = useT();
  const words = usePlanWords();
  const { plan } = useDesk();
  const known = plan.details
    .filter(({ group }) => group === 'caller')
    .flatMap(({ id }) => {
      const value = file.details[id]?.value;
      return value ? [{ id, value }] : [];
    });
  if (known.length === 0) return null;
  return (
    <dl className={styles.numbers} aria-label={t('reports.askBack')}>
      {known.map(({ id, value }) => (
        <div key={id}>
          <dt>{words.detail(id)}</dt>
          <dd>
            {value}{' '}
            {isPhoneNumber(value) && (
              <CallButton callee={calleeOfCaller(plan, file.details, value)} incidentId={file.incidentId} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
