/** 线索: those that wait with their age, the oldest first; the settled ones stay to be read [plan 3.4.1]. */
import { useState } from 'react';
import { Ticking } from '#renderer/app/clock/Ticking.tsx';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { openDialog } from '#renderer/app/dialogs.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { SHORTCUT_KEYS } from '#renderer/app/keyboard/shortcuts.ts';
import { navigate } from '#renderer/app/routes/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { ToggleButton } from '#renderer/ui/ToggleGroup.tsx';
import type { ClueRow } from '#shared/contract/rows.ts';
import { ClueFile } from './ClueFile.tsx';
import { ClueWords } from './ClueWords.tsx';
import { waitingClues } from './order.ts';
import styles from './Warnings.module.css';

type Props = { clues: readonly ClueRow[]; clueId: string | null };

export function Clues({ clues, clueId }: Props) {
  const t = useT();
  const { readOnly: isReadOnly } = useDesk();
  const [all, setAll] = useState(false);
  const waiting = waitingClues(clues);
  const settled = clues.filter((clue) => clue.settled !== null);
  const opened = clues.find((clue) => clue.clueId === clueId);
  return (
    <Panel
      title={t('warnings.clues', { n: waiting.length })}
      aside={
        <>
          <ToggleButton label={t('warnings.settledToo', { n: settled.length })} isOn={all} onChange={setAll} />
          {!isReadOnly && (
            <Button variant="primary" kbd={SHORTCUT_KEYS.clue} onPress={() => openDialog({ kind: 'clue' })}>
              {t('warnings.recordClue')}
            </Button>
          )}
        </>
      }
    >
      {waiting.length === 0 && <p className={styles.quiet}>{t('warnings.noClues')}</p>}
      <ul aria-label={t('warnings.clues', { n: waiting.length })}>
        {[...waiting, ...(all ? settled : [])].map((clue) => (
          <Clue key={clue.clueId} clue={clue} />
        ))}
      </ul>
      {opened !== undefined && <ClueFile clue={opened} onClose={() => navigate({ screen: 'warnings' })} />}
    </Panel>
  );
}

function Clue({ clue }: { clue: ClueRow }) {
  const t = useT();
  const format = useFormat();
  const { received, settled } = clue;
  return (
    <li className={styles.clue}>
      <ClueWords clue={clue} />
      {settled === null && (
        <Ticking className={styles.owed} text={(now) => t('warnings.waits', { time: format.span(received.at, now) })} />
      )}
    </li>
  );
}
