/** Who is on duty, and what was closed within the last day. */
import { useNow } from '#renderer/app/clock/clock.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { usePostLabel } from '#renderer/app/desk/usePostLabel.ts';
import { CallButton } from '#renderer/app/directory/CallButton.tsx';
import { calleeNamed } from '#renderer/app/directory/callee.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { BoardRow } from '#shared/contract/rows.ts';
import styles from './DutyPanel.module.css';

type Props = { onDuty: BoardRow['onDuty']; duty: BoardRow['duty']; closed: BoardRow['recentlyClosed'] };

export function DutyPanel({ onDuty, duty: wanted, closed }: Props) {
  const t = useT();
  const format = useFormat();
  const postLabel = usePostLabel();
  const hrefOf = useHref();
  const { officer } = useDesk();
  return (
    <Panel title={t('board.duty')} className={styles.panel ?? ''}>
      <dl className={styles.duty}>
        {(['watch', 'lead'] as const).map((duty) => {
          const held = onDuty.filter((row) => row.duty === duty);
          return (
            <div key={duty} className={styles.held}>
              <dt>{t(`app.duty.${duty}`)}</dt>
              <dd>
                {held.length === 0 && <span className={styles.none}>{t('app.duty.none')}</span>}
                {held.map((row) => (
                  <span key={row.officerId} className={styles.who}>
                    <strong>{row.name}</strong> <span className={styles.post}>{postLabel(row.post)}</span>{' '}
                    <span className={styles.since}>{t('app.duty.since', { time: format.time(row.since) })}</span>
                    {row.officerId !== officer.officerId && (
                      <>
                        {' '}
                        <CallButton callee={calleeNamed(row.name)} incidentId={null} />
                      </>
                    )}
                  </span>
                ))}
              </dd>
            </div>
          );
        })}
      </dl>
      {wanted !== null && <Wanted duty={wanted} />}
      {closed.length > 0 && (
        <>
          <h3 className={styles.heading}>{t('board.closed')}</h3>
          <ul>
            {closed.map(({ incidentId, title, closedAt }) => (
              <li key={incidentId} className={styles.closed}>
                <a href={hrefOf({ screen: 'incident', incidentId })}>{title}</a>
                <span className={styles.since}>{format.instant(closedAt, closedAt)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

/** What the roster and 零报告 want: quiet lines that lead to where it is done, never a clock and never a sound. */
function Wanted({ duty: { gaps, zeroReport } }: { duty: NonNullable<Props['duty']> }) {
  const t = useT();
  const format = useFormat();
  const hrefOf = useHref();
  const now = useNow();
  const shifts = new Set(gaps.map(({ date, start }) => `${date} ${start}`)).size;
  const isOpen = zeroReport !== null && zeroReport.reported === null;
  if (shifts === 0 && !isOpen) return null;
  return (
    <ul className={styles.wanted}>
      {shifts > 0 && (
        <li>
          <a href={hrefOf({ screen: 'roster' })}>{t('roster.board.gaps', { n: shifts })}</a>
        </li>
      )}
      {isOpen && (
        <li>
          <a href={hrefOf({ screen: 'roster' })}>
            {t(now > zeroReport.dueAt ? 'roster.board.zeroLate' : 'roster.board.zero', {
              time: format.time(zeroReport.dueAt),
            })}
          </a>
        </li>
      )}
    </ul>
  );
}
