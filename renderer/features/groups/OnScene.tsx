/** 现场指挥部: who leads it, where, since when; and the acts that set it and its groups up. */
import { useActWords } from '#renderer/app/act/useActWords.ts';
import { Ticking } from '#renderer/app/clock/Ticking.tsx';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { CallButton } from '#renderer/app/directory/CallButton.tsx';
import { calleeOfPerson } from '#renderer/app/directory/callee.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Toolbar } from '#renderer/ui/Toolbar.tsx';
import type { OnSceneRow, ResponseFile } from '#shared/contract/rows.ts';
import type { Ask } from './asked.ts';
import styles from './OnScene.module.css';
import { groupsToSetUp } from './toSetUp.ts';

export function OnScene({ file, ask }: { file: ResponseFile; ask: Ask }) {
  const t = useT();
  const { plan } = useDesk();
  const { onScene } = file;
  const isOpen = onScene !== null && onScene.closedAt === null;
  const atOnce = plan.levels.find(({ id }) => id === file.response?.level)?.groups === 'atOnce';
  const left = groupsToSetUp(plan, file.groups);
  return (
    <section className={styles.band} aria-label={t('groups.onScene')}>
      <h3 className={styles.title}>{t('groups.onScene')}</h3>
      {onScene === null ? (
        <p className={styles.words}>{t(atOnce ? 'groups.notOpenAtOnce' : 'groups.notOpen')}</p>
      ) : (
        <Facts onScene={onScene} file={file} />
      )}
      {ask !== null && (
        <Toolbar label={t('groups.onSceneActs')} className={styles.acts ?? ''}>
          {left.length > 0 && (
            <Button variant={atOnce ? 'primary' : 'plain'} onPress={() => ask({ kind: 'setUp' })}>
              {t('groups.setUp')}
            </Button>
          )}
          {plan.onScene && (
            <Button variant={atOnce && !isOpen ? 'primary' : 'plain'} onPress={() => ask({ kind: 'onScene' })}>
              {t(isOpen ? 'groups.changeOnScene' : 'groups.openOnScene')}
            </Button>
          )}
          {isOpen && <Button onPress={() => ask({ kind: 'closeOnScene' })}>{t('groups.closeOnScene')}</Button>}
          {plan.onScene && <Button onPress={() => ask({ kind: 'group', group: null })}>{t('groups.add')}</Button>}
        </Toolbar>
      )}
    </section>
  );
}

type FactsProps = { onScene: OnSceneRow; file: ResponseFile };

function Facts({ onScene, file: { incidentId, at } }: FactsProps) {
  const t = useT();
  const format = useFormat();
  const acts = useActWords();
  const { head, place, decision, openedAt, closedAt } = onScene;
  return (
    <div className={styles.words}>
      <strong>{t('groups.head', { name: head.name })}</strong> {head.title} {head.phone && <span>{head.phone}</span>}{' '}
      <CallButton callee={calleeOfPerson(head)} incidentId={incidentId} /> · {place} ·{' '}
      {closedAt === null ? (
        <>
          {t('groups.openedAt', { time: format.near(openedAt, at) })}{' '}
          <Ticking className={styles.quiet} text={(now) => format.span(openedAt, now)} />
        </>
      ) : (
        t('groups.closedAt', { opened: format.near(openedAt, at), time: format.near(closedAt, at) })
      )}{' '}
      <span className={styles.quiet}>{t('groups.namedBy', { who: acts.decision(decision) })}</span>
    </div>
  );
}
