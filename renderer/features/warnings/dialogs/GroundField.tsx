/** What an approval rests on: rules, or the word of a superior. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';

type Props = { value: string | null; onChange: (ground: string) => void };

export function GroundField({ value, onChange }: Props) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  return (
    <div data-field="ground">
      <ChoiceGroup
        label={t('warnings.ground')}
        choices={(plan.warnings?.grounds ?? []).map((ground) => ({ id: ground.id, label: label(ground) }))}
        value={value}
        onChange={onChange}
      />
    </div>
  );
}
