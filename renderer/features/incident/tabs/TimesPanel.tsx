import { readNow } from '#renderer/app/clock/clock.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { IncidentFile } from '#shared/domain/rows.ts';
import { useActs } from '../acts/useActs.ts';
import { Fact, FactList, Unknown } from './FactList.tsx';
import styles from './OverviewTab.module.css';

/** When it happened, was found, was reported; and where the clocks start while that is not known. */
export function TimesPanel({ file }: { file: IncidentFile }) {
  const t = useT();
  const format = useFormat();
  const acts = useActs();
  const { times } = file.assessment;
  const { clockStart, clockStartAssumedFrom } = times;
  return (
    <Panel
      title={t('incident.times')}
      aside={
        acts.may('times') && <Button onPress={() => acts.open({ kind: 'times' })}>{t('incident.act.times')}</Button>
      }
    >
      <FactList>
        {(['occurred', 'discovered', 'received'] as const).map((name) => {
          const time = times[name];
          return (
            <Fact key={name} term={t(`incident.${name}`)}>
              {time === null ? <Unknown>{t('ui.unknown')}</Unknown> : <b>{format.timed(time, readNow())}</b>}
            </Fact>
          );
        })}
      </FactList>
      {clockStartAssumedFrom !== 'occurred' && (
        <p className={styles.prompt}>
          {t(`incident.assumedFrom.${clockStartAssumedFrom}`, { time: format.timed(clockStart, readNow()) })}
        </p>
      )}
    </Panel>
  );
}
