/**
 * Who is here: a name by its digit or by arrow keys, then six digits, which need no Enter. Whoever has no PIN is let in by
 * name and asked to set one; whose PIN was lost sets another.
 */
import { type KeyboardEvent, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { OfficerRow } from '#shared/contract/rows.ts';
import { servingOfficers } from '#shared/domain/people/serving.ts';
import { useLiveDesk } from '../desk/useLiveDesk.ts';
import { usePostLabel } from '../desk/usePostLabel.ts';
import { useT } from '../i18n/locale.ts';
import { useAsked, usePinState } from './identity.ts';
import { NewPin } from './NewPin.tsx';
import { PinField } from './PinField.tsx';
import styles from './SignIn.module.css';
import { useIdentityAct } from './useIdentityAct.ts';

const DIGITS = 9;

export function SignInDialog() {
  const t = useT();
  const asked = useAsked((state) => state.asked);
  const live = useLiveDesk();
  if (asked === null || live === undefined) return null;
  return (
    <Dialog title={t(`people.signIn.${asked.why}`)} isOpen onClose={() => asked.answer(null)} size="s">
      <SignIn
        key={asked.officerId ?? ''}
        officers={servingOfficers(live.desk)}
        mustSet={asked.why === 'setPin' || live.desk.people.lock.pinRequired}
        first={asked.officerId ?? live.officer.officerId}
        onDone={asked.answer}
      />
    </Dialog>
  );
}

type SignInProps = {
  officers: readonly OfficerRow[];
  first: string;
  mustSet: boolean;
  onDone: (officerId: string) => void;
};

function SignIn({ officers, first, mustSet, onDone }: SignInProps) {
  const t = useT();
  const postLabel = usePostLabel();
  const [officerId, choose] = useState(first);
  const [atPin, setAtPin] = useState(true);
  const pick = (event: KeyboardEvent): void => {
    const officer = /^[1-9]$/.test(event.key) ? officers[Number(event.key) - 1] : undefined;
    if (officer === undefined) return;
    event.preventDefault();
    choose(officer.officerId);
    setAtPin(true);
  };
  return (
    <div className={styles.signIn}>
      <div role="presentation" onKeyDown={pick}>
        <RadioGroup
          value={officerId}
          onChange={(id) => {
            choose(id);
            setAtPin(false);
          }}
          className={styles.officers ?? ''}
        >
          <Label className={styles.legend ?? ''}>{t('people.who')}</Label>
          {officers.map((officer, index) => (
            <Radio key={officer.officerId} value={officer.officerId} className={styles.officer ?? ''}>
              {index < DIGITS && <kbd className={styles.digit}>{index + 1}</kbd>}
              <b>{officer.name}</b> <span className={styles.quiet}>{postLabel(officer.post)}</span>
            </Radio>
          ))}
        </RadioGroup>
      </div>
      <Proof key={officerId} officerId={officerId} atPin={atPin} mustSet={mustSet} onDone={() => onDone(officerId)} />
    </div>
  );
}

type ProofProps = {
  officerId: string;
  atPin: boolean /** By name alone is not enough. */;
  mustSet: boolean;
  onDone: () => void;
};

function Proof({ officerId, atPin, mustSet, onDone }: ProofProps) {
  const t = useT();
  const pin = usePinState(officerId);
  const { act, busy, problem } = useIdentityAct();
  const signIn = async (typed: string | null): Promise<void> => {
    if (await act({ act: 'signIn', officerId, pin: typed })) onDone();
  };
  if (pin === 'lost' || (pin === 'none' && mustSet)) {
    return (
      <>
        <p className={styles.quiet}>{t(pin === 'lost' ? 'people.pin.lost' : 'people.pin.none')}</p>
        <NewPin officerId={officerId} isFirst onDone={onDone} />
      </>
    );
  }
  if (pin === 'none') {
    return (
      <>
        <p className={styles.quiet}>{t('people.pin.none')}</p>
        {problem !== null && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
        <Button variant="primary" isDisabled={busy} onPress={() => void signIn(null)}>
          {t('people.signIn.byName')}
        </Button>
      </>
    );
  }
  return <PinField label={t('people.pin')} busy={busy} problem={problem} onPin={signIn} autoFocus={atPin} />;
}
