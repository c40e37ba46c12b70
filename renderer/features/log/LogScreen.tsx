/** Everything recorded on this desk, newest first, page by page; one incident's alone when asked. */
import { useState } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { openDialog } from '#renderer/app/dialogs.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { SHORTCUT_KEYS } from '#renderer/app/keyboard/shortcuts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import styles from './Log.module.css';
import { LogPage } from './LogPage.tsx';

const ALL = 'all';

/** At the entry of that position where one is named. */
export function LogScreen({ position }: { position: number | null }) {
  const t = useT();
  const { desk, readOnly } = useDesk();
  const { data: incidents = [] } = useDeskQuery({ type: 'listIncidents', status: 'all' });
  const [chosen, setChosen] = useState(ALL);
  const choices = [
    { id: ALL, label: t('log.filter.all') },
    ...incidents.map((row) => ({ id: row.incidentId, label: row.title })),
  ];
  return (
    <div className={styles.screen}>
      <Panel
        title={
          readOnly ? t('app.log') : t('log.count', { n: desk.logLength.toLocaleString('en-US'), hash: desk.headHash })
        }
        aside={
          <div className={styles.tools}>
            <Select
              label={t('log.filter')}
              choices={choices}
              value={chosen}
              onChange={setChosen}
              className={styles.filter ?? ''}
            />
            {!readOnly && (
              <Button
                kbd={SHORTCUT_KEYS.note}
                onPress={() => openDialog({ kind: 'note', incidentId: chosen === ALL ? null : chosen })}
              >
                {t('log.write')}
              </Button>
            )}
          </div>
        }
      >
        <LogPage
          key={chosen}
          incidentId={chosen === ALL ? null : chosen}
          position={position}
          titles={new Map(incidents.map((row) => [row.incidentId, row.title]))}
        />
      </Panel>
    </div>
  );
}
