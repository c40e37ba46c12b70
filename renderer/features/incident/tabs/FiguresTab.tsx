/** 数字: what counts now, and every observation behind it with its source; of two at one instant the larger counts. */
import { useState } from 'react';
import { readNow } from '#renderer/app/clock/clock.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { setIncidentView } from '#renderer/app/incidentView.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { type Column, Table } from '#renderer/ui/Table.tsx';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import { HiddenText } from '#renderer/ui/VisuallyHidden.tsx';
import type { FigureEntryRow, IncidentFile } from '#shared/domain/rows.ts';
import type { FigureNow } from '#shared/plan/assessment.ts';
import { canStrike } from '../acts/striking.ts';
import { useActs } from '../acts/useActs.ts';
import styles from './FiguresTab.module.css';
import { FigureValue } from './FigureValue.tsx';
import { historyOf } from './figureHistory.ts';

const ALL = 'all';

export function FiguresTab({ file }: { file: IncidentFile }) {
  const t = useT();
  const acts = useActs();
  return (
    <div className={styles.columns}>
      <Panel
        title={t('incident.figures.now.title')}
        aside={
          acts.may('figures') && (
            <Button variant="primary" onPress={() => acts.open({ kind: 'figures' })}>
              {t('incident.act.figures')}
            </Button>
          )
        }
      >
        <Now file={file} />
      </Panel>
      <History file={file} />
    </div>
  );
}

function Now({ file }: { file: IncidentFile }) {
  const t = useT();
  const format = useFormat();
  const words = usePlanWords();
  const source = (entryId: string | null, figure: string) =>
    file.figureHistory.find((row) => row.entryId === entryId && row.figure === figure)?.source ?? '';
  const columns: Column<FigureNow>[] = [
    { id: 'figure', header: t('incident.figure'), cell: ({ figure }) => words.figure(figure) },
    {
      id: 'value',
      header: t('incident.value'),
      cell: (row) => (
        <b>
          <FigureValue figure={row} />
        </b>
      ),
    },
    {
      id: 'careful',
      header: t('incident.careful'),
      cell: ({ confirmed, conservative }) =>
        conservative !== null && conservative !== confirmed ? <span className={styles.quiet}>{conservative}</span> : '',
    },
    {
      id: 'observed',
      header: t('incident.observedAt'),
      cell: ({ observed }) => (observed === null ? '' : format.timed(observed, readNow())),
    },
    { id: 'source', header: t('incident.source'), grow: true, cell: (row) => source(row.entryId, row.figure) },
  ];
  return (
    <Table
      caption={t('incident.figures.now.title')}
      columns={columns}
      rows={file.assessment.figures}
      rowKey={({ figure }) => figure}
    />
  );
}

function History({ file }: { file: IncidentFile }) {
  const t = useT();
  const words = usePlanWords();
  const [figure, setFigure] = useState(ALL);
  const seen = file.assessment.figures
    .map((now) => now.figure)
    .filter((id) => file.figureHistory.some((row) => row.figure === id));
  const rows = historyOf(file, figure === ALL ? null : figure);
  return (
    <Panel title={t('incident.figures.history')}>
      <ChoiceGroup
        label={t('incident.figure')}
        labelHidden
        choices={[
          { id: ALL, label: t('incident.figures.all') },
          ...seen.map((id) => ({ id, label: words.figure(id) })),
        ]}
        value={figure}
        onChange={setFigure}
      />
      <HistoryTable file={file} rows={rows} />
    </Panel>
  );
}

type Row = ReturnType<typeof historyOf>[number];

function HistoryTable({ file, rows }: { file: IncidentFile; rows: readonly Row[] }) {
  const t = useT();
  const format = useFormat();
  const words = usePlanWords();
  const columns: Column<Row>[] = [
    { id: 'observed', header: t('incident.observedAt'), cell: ({ observed }) => format.timed(observed, readNow()) },
    { id: 'figure', header: t('incident.figure'), cell: ({ figure }) => words.figure(figure) },
    {
      id: 'value',
      header: t('incident.value'),
      cell: ({ figure, quantity, struck, counts, inConflict }) => (
        <>
          {struck ? <del>{words.quantity(figure, quantity)}</del> : <b>{words.quantity(figure, quantity)}</b>}
          {counts && <span className={styles.chip}>{t('incident.figures.counts')}</span>}
          {inConflict && <span className={styles.chip}>▲ {t('incident.figures.conflict')}</span>}
        </>
      ),
    },
    { id: 'source', header: t('incident.source'), grow: true, cell: ({ source }) => source ?? '' },
    {
      id: 'recorded',
      header: t('incident.recorded'),
      cell: ({ recordedAt, actor }) => (
        <span className={styles.quiet}>
          {format.instant(recordedAt, readNow())} {actor.name}
        </span>
      ),
    },
    {
      id: 'acts',
      header: <HiddenText>{t('incident.acts')}</HiddenText>,
      cell: (row) => <RowActs file={file} row={row} />,
    },
  ];
  return (
    <Table
      caption={t('incident.figures.history')}
      columns={columns}
      rows={rows}
      rowKey={({ entryId, figure, observed }) => `${entryId} ${figure} ${observed.at}`}
      rowClass={({ struck }) => classes(struck && styles.struck)}
    />
  );
}

function RowActs({ file, row }: { file: IncidentFile; row: FigureEntryRow }) {
  const t = useT();
  const acts = useActs();
  const entry = file.entries.find(({ entryId }) => entryId === row.entryId);
  if (entry === undefined) return null;
  return (
    <span className={styles.acts}>
      <Button variant="quiet" onPress={() => setIncidentView(file.incidentId, { tab: 'log', entryId: entry.entryId })}>
        {t('incident.toEntry')}
      </Button>
      {acts.may('strike') && canStrike(entry) && (
        <Button variant="quiet" onPress={() => acts.open({ kind: 'strike', entry })}>
          {t('incident.act.strike')}
        </Button>
      )}
    </span>
  );
}
