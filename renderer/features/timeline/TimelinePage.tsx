/** The page: what is shown of it, the two pasts, the picture or the list, and the sheet that is printed. */
import { useMemo, useState } from 'react';
import { IncidentTitle } from '#renderer/app/act/ForIncident.tsx';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { showIncident } from '#renderer/app/incidentView.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ChoiceGroup, ToggleGroup } from '#renderer/ui/ToggleGroup.tsx';
import type { IncidentFile, ResponseFile } from '#shared/contract/rows.ts';
import { type Item, LANES, sourceOf } from '#shared/domain/timeline/items.ts';
import { timelineOf } from '#shared/domain/timeline/timeline.ts';
import { InstantSwitch } from './InstantSwitch.tsx';
import { ItemList } from './ItemList.tsx';
import { PrintSheet } from './PrintSheet.tsx';
import styles from './Timeline.module.css';
import { TimelineView } from './TimelineView.tsx';

const MINUTE = 60_000;

type Props = {
  file: IncidentFile;
  response: ResponseFile;
  now: number;
  known: { at: number | null; set: (at: number | null) => void };
};

export function TimelinePage({ file, response, now, known }: Props) {
  const t = useT();
  const { plan } = useDesk();
  const [as, setAs] = useState('picture');
  const [lanes, setLanes] = useState<readonly string[]>(LANES);
  const [asOf, setAsOf] = useState<number | null>(null);
  const until = known.at ?? now;
  const cut = asOf !== null && asOf < until ? asOf : null;
  const whole = useMemo(
    () => timelineOf({ plan, file, response, asOf: cut, now: until }),
    [plan, file, response, cut, until],
  );
  const timeline = useMemo(
    () => ({ ...whole, rows: whole.rows.filter(({ lane }) => lanes.includes(lane)) }),
    [whole, lanes],
  );
  const open = (item: Item) => {
    const source = sourceOf(item);
    if (source === null) showIncident(file.incidentId, { tab: item.kind === 'bar' ? 'clocks' : 'figures' });
    else showIncident(file.incidentId, { tab: 'log', entryId: source.entryId });
  };
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <IncidentTitle screen="timeline" incidentId={file.incidentId} title={file.title} />
        <div className={styles.bar}>
          <ChoiceGroup
            label={t('timeline.as')}
            labelHidden
            choices={[
              { id: 'picture', label: t('timeline.asPicture') },
              { id: 'list', label: t('timeline.list') },
            ]}
            value={as}
            onChange={setAs}
          />
          <ToggleGroup
            label={t('timeline.show')}
            labelHidden
            choices={LANES.map((id) => ({ id, label: t(`timeline.lane.${id}`) }))}
            value={lanes}
            onChange={setLanes}
            className={styles.lanes ?? ''}
          />
          <Button onPress={() => window.print()}>{t('timeline.print')}</Button>
        </div>
        <div className={styles.pasts}>
          <InstantSwitch
            name={t('timeline.asOf')}
            help={t('timeline.asOfHelp')}
            from={Math.floor(whole.from / MINUTE) * MINUTE}
            to={until}
            value={cut}
            onChange={setAsOf}
          />
          <InstantSwitch
            name={t('timeline.knownAt')}
            help={t('timeline.knownAtHelp')}
            // Before it was opened nothing was known of it.
            from={Math.ceil(file.openedAt / MINUTE) * MINUTE}
            to={now}
            value={known.at}
            onChange={known.set}
          />
        </div>
      </div>
      {as === 'list' && <ItemList timeline={timeline} onOpen={open} />}
      {as !== 'list' && timeline.rows.length === 0 && <p className={styles.none}>{t('timeline.none')}</p>}
      {as !== 'list' && timeline.rows.length > 0 && <TimelineView timeline={timeline} file={file} onOpen={open} />}
      <PrintSheet timeline={timeline} title={file.title} asOf={cut} knownAt={known.at} />
    </div>
  );
}
