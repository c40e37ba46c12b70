/**
 * 线索: those that wait with their age, the oldest first; several are assessed or put with a warning at once, one by one they
 * are put aside. The settled ones stay to be read [plan 3.3, 3.4.1].
 */
import { useState } from 'react';
import { Ticking } from '#renderer/app/clock/Ticking.tsx';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { openDialog } from '#renderer/app/dialogs.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { SHORTCUT_KEYS } from '#renderer/app/keyboard/shortcuts.ts';
import { navigate } from '#renderer/app/routes/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { RowButton } from '#renderer/ui/RowButton.tsx';
import { ToggleButton } from '#renderer/ui/ToggleGroup.tsx';
import { Toolbar } from '#renderer/ui/Toolbar.tsx';
import { HiddenText } from '#renderer/ui/VisuallyHidden.tsx';
import type { ClueRow } from '#shared/contract/rows.ts';
import { ClueFile } from './ClueFile.tsx';
import { ClueWords } from './ClueWords.tsx';
import { AssessDialog } from './dialogs/AssessDialog.tsx';
import { DismissClueDialog } from './dialogs/DismissClueDialog.tsx';
import { LinkCluesDialog } from './dialogs/LinkCluesDialog.tsx';
import { waitingClues } from './order.ts';
import { useKeptFocus } from './useKeptFocus.ts';
import styles from './Warnings.module.css';

type Asked = { kind: 'assess' | 'link'; clues: ClueRow[] } | { kind: 'dismiss'; clue: ClueRow };

type Props = { clues: readonly ClueRow[]; clueId: string | null };

export function Clues({ clues, clueId }: Props) {
  const t = useT();
  const { readOnly: isReadOnly } = useDesk();
  const [all, setAll] = useState(false);
  const [chosenIds, setChosen] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<Asked | null>(null);
  const waiting = waitingClues(clues);
  const settled = clues.filter((clue) => clue.settled !== null);
  const chosen = waiting.filter((clue) => chosenIds.includes(clue.clueId));
  const opened = clues.find((clue) => clue.clueId === clueId);
  const choose = (id: string, on: boolean) =>
    setChosen(on ? [...chosenIds, id] : chosenIds.filter((each) => each !== id));
  const close = () => setAsked(null);
  const root = useKeptFocus(`${waiting.length} ${asked === null}`);
  return (
    <Panel
      title={t('warnings.clues', { n: waiting.length })}
      aside={<ToggleButton label={t('warnings.settledToo', { n: settled.length })} isOn={all} onChange={setAll} />}
    >
      {!isReadOnly && (
        <div ref={root}>
          <Toolbar label={t('warnings.clueActs')} className={styles.acts ?? ''}>
            <Button variant="primary" kbd={SHORTCUT_KEYS.clue} onPress={() => openDialog({ kind: 'clue' })}>
              {t('warnings.recordClue')}
            </Button>
            <Button onPress={() => setAsked({ kind: 'assess', clues: chosen })}>
              {t('warnings.assess')}
              {chosen.length > 0 && ` ${chosen.length}`}
            </Button>
            <Button isDisabled={chosen.length === 0} onPress={() => setAsked({ kind: 'link', clues: chosen })}>
              {t('warnings.linkClues')}
            </Button>
          </Toolbar>
        </div>
      )}
      {waiting.length === 0 && <p className={styles.quiet}>{t('warnings.noClues')}</p>}
      <ul aria-label={t('warnings.clues', { n: waiting.length })}>
        {waiting.map((clue) => (
          <li key={clue.clueId} className={styles.waiting}>
            {!isReadOnly && (
              <Checkbox
                isOn={chosenIds.includes(clue.clueId)}
                onChange={(on) => choose(clue.clueId, on)}
                className={styles.tick ?? ''}
              >
                <HiddenText>{t('warnings.chooseClue', { said: clue.said.slice(0, SHOWN) })}</HiddenText>
              </Checkbox>
            )}
            <ClueWords clue={clue} />
            <Waiting clue={clue} />
            {!isReadOnly && (
              <RowButton
                aria-label={`${t('warnings.dismissClue')}：${clue.said.slice(0, SHOWN)}`}
                onPress={() => setAsked({ kind: 'dismiss', clue })}
              >
                {t('warnings.dismissClue')}
              </RowButton>
            )}
          </li>
        ))}
        {all &&
          settled.map((clue) => (
            <li key={clue.clueId} className={styles.clue}>
              <ClueWords clue={clue} />
            </li>
          ))}
      </ul>
      {opened !== undefined && <ClueFile clue={opened} onClose={() => navigate({ screen: 'warnings' })} />}
      {asked?.kind === 'assess' && <AssessDialog file={null} clues={asked.clues} onClose={close} />}
      {asked?.kind === 'link' && <LinkCluesDialog clues={asked.clues} onClose={close} />}
      {asked?.kind === 'dismiss' && <DismissClueDialog clue={asked.clue} onClose={close} />}
    </Panel>
  );
}

/** Of its words, in the name of a button. */
const SHOWN = 20;

function Waiting({ clue: { received } }: { clue: ClueRow }) {
  const t = useT();
  const format = useFormat();
  return (
    <Ticking className={styles.owed} text={(now) => t('warnings.waits', { time: format.span(received.at, now) })} />
  );
}
