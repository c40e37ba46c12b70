/** What can be done with the call that stands there: begin it or let it go, take it over, say what came of it. */
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Toolbar } from '#renderer/ui/Toolbar.tsx';
import { type PhoneResult, phoneResults } from '#shared/domain/directory/events.ts';
import styles from './CallTree.module.css';
import { CALL_KEYS, type CallKey } from './callKeys.ts';

type Props = {
  /** Whose call it is; null: nobody's. */
  holder: 'me' | 'other' | null;
  busy: boolean;
  onClaim: () => void;
  onTakeOver: () => void;
  /** null: there is no other number. */
  onNextNumber: (() => void) | null;
  onResult: (result: PhoneResult) => void;
};

const keyFor = (wanted: CallKey): string => Object.entries(CALL_KEYS).find(([, key]) => key === wanted)?.[0] ?? '';

export function CallActs({ holder, busy, onClaim, onTakeOver, onNextNumber, onResult }: Props) {
  const t = useT();
  return (
    <>
      <div className={styles.acts}>
        <Button
          variant={holder === null ? 'primary' : 'plain'}
          size="l"
          kbd={keyFor('claim')}
          isDisabled={busy}
          onPress={onClaim}
        >
          {t(holder === 'me' ? 'callTree.release' : 'callTree.claim')}
        </Button>
        {holder === 'other' && (
          <Button size="l" isDisabled={busy} onPress={onTakeOver}>
            {t('callTree.takeOver')}
          </Button>
        )}
        {onNextNumber !== null && (
          <Button size="l" kbd={keyFor('nextNumber')} onPress={onNextNumber}>
            {t('callTree.nextNumber')}
          </Button>
        )}
      </div>
      <Toolbar label={t('callTree.result')} className={styles.acts ?? ''}>
        {phoneResults.map((result) => (
          <Button
            key={result}
            variant={holder === 'me' && result === 'answered' ? 'primary' : 'plain'}
            size="l"
            kbd={keyFor(result)}
            isDisabled={busy}
            onPress={() => onResult(result)}
          >
            {t(`callTree.${result}`)}
          </Button>
        ))}
      </Toolbar>
    </>
  );
}
