import { readNow } from '#renderer/app/clock/clock.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { setIncidentView } from '#renderer/app/incidentView.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { IncidentFile } from '#shared/domain/rows.ts';
import type { FigureNow } from '#shared/plan/assessment.ts';
import { FigureValue } from './FigureValue.tsx';
import styles from './OverviewTab.module.css';

/** The figures that count now, in the plan's order. */
export function FiguresPanel({ file }: { file: IncidentFile }) {
  const t = useT();
  const asked = file.assessment.figures.filter(({ quantity }) => quantity !== null);
  return (
    <Panel
      title={t('incident.figures')}
      aside={
        <Button variant="quiet" onPress={() => setIncidentView(file.incidentId, { tab: 'figures' })}>
          {t('incident.figures.history')}
        </Button>
      }
    >
      {asked.length === 0 ? (
        <p className={styles.note}>{t('incident.figures.none')}</p>
      ) : (
        <dl className={styles.figures}>
          {asked.map((figure) => (
            <Figure key={figure.figure} figure={figure} />
          ))}
        </dl>
      )}
    </Panel>
  );
}

function Figure({ figure }: { figure: FigureNow }) {
  const format = useFormat();
  const words = usePlanWords();
  return (
    <div className={styles.figure}>
      <dt>{words.figure(figure.figure)}</dt>
      <dd>
        <FigureValue figure={figure} />
        {figure.observed && <div className={styles.at}>{format.timed(figure.observed, readNow())}</div>}
      </dd>
    </div>
  );
}
