/** What one of the two shows: the PIN, or, where there is none, that it is really them. An empty text is a word given. */

import { useT } from '#renderer/app/i18n/locale.ts';
import { usePinState } from '#renderer/app/identity/identity.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { PIN_DIGITS } from '#shared/domain/people/pin.ts';

type ProofProps = {
  officerId: string;
  name: string;
  value: string | null;
  onChange: (value: string | null) => void;
};

export function Proof({ officerId, name, value, onChange }: ProofProps) {
  const t = useT();
  const pin = usePinState(officerId);
  if (pin !== 'set') {
    return (
      <Checkbox isOn={value !== null} onChange={(on) => onChange(on ? '' : null)}>
        {t('handover.here', { name })}
      </Checkbox>
    );
  }
  return (
    <TextField
      label={t('handover.proof', { name })}
      type="password"
      inputMode="numeric"
      value={value ?? ''}
      onChange={(text) => {
        const digits = text.replace(/\D/g, '').slice(0, PIN_DIGITS);
        onChange(digits === '' ? null : digits);
      }}
    />
  );
}
