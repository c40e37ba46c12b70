/** One bulletin: its state in a word and a shape, its words, who approved it, where it went out. */
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { Toolbar } from '#renderer/ui/Toolbar.tsx';
import type { BulletinRow, IncidentFile } from '#shared/contract/rows.ts';
import type { Ask } from './asked.ts';
import styles from './Bulletins.module.css';

const SHAPES: Readonly<Record<BulletinRow['state'], string>> = {
  draft: '○',
  approved: '◐',
  released: '●',
  withdrawn: '×',
};

type Props = { row: BulletinRow; file: IncidentFile; ask: Ask };

export function BulletinItem({ row, file, ask }: Props) {
  const t = useT();
  const format = useFormat();
  const words = usePlanWords();
  const { at } = file.assessment;
  const { state, title, text, version, versions, approval, released, withdrawn } = row;
  const quiet = [
    t('bulletins.version', { n: version }),
    approval !== null &&
      t('bulletins.approvedBy', {
        who: `${words.post(approval.post)} ${approval.name}`,
        time: format.timed(approval.at, at),
      }),
    released !== null &&
      t('bulletins.releasedBy', {
        time: format.timed(released.at, at),
        channels: words.joined(released.channels.map(({ name }) => name)),
      }),
    released?.spokesperson,
    withdrawn?.reason,
  ].filter(Boolean);
  return (
    <li className={classes(styles.bulletin, withdrawn !== null && styles.over)}>
      <p className={styles.state} data-state={state}>
        <span aria-hidden="true">{SHAPES[state]}</span> {t(`bulletins.state.${state}`)}
      </p>
      <div className={styles.words}>
        <h3 className={styles.title}>{title}</h3>
        <p className={styles.text}>{text}</p>
        <p className={styles.quiet}>{quiet.join(' · ')}</p>
        {versions.length > 1 && (
          <details>
            <summary className={styles.quiet}>{t('bulletins.history')}</summary>
            <ol className={styles.versions}>
              {versions.slice(0, -1).map((each) => (
                <li key={each.version}>
                  <span className={styles.quiet}>
                    {t('bulletins.version', { n: each.version })} {format.near(each.recordedAt, at)} {each.actor.name}
                  </span>
                  <p className={styles.text}>{each.text}</p>
                </li>
              ))}
            </ol>
          </details>
        )}
      </div>
      {ask !== null && <Acts row={row} ask={ask} />}
    </li>
  );
}

function Acts({ row, ask }: { row: BulletinRow; ask: NonNullable<Ask> }) {
  const t = useT();
  if (row.state === 'released' || row.state === 'withdrawn') return null;
  const isApproved = row.state === 'approved';
  return (
    <Toolbar label={t('bulletins.acts', { title: row.title })}>
      <Button variant="primary" onPress={() => ask({ kind: isApproved ? 'release' : 'approve', row })}>
        {t(isApproved ? 'bulletins.release' : 'bulletins.approve')}
      </Button>
      <Button onPress={() => ask({ kind: 'revise', row })}>{t('bulletins.revise')}</Button>
      <Button variant="quiet" onPress={() => ask({ kind: 'withdraw', row })}>
        {t('bulletins.withdraw')}
      </Button>
    </Toolbar>
  );
}
