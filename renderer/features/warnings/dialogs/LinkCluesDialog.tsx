/** Clues that belong to a warning there is already: one or several at once. */
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { useForm } from '#renderer/app/act/useForm.ts';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Select } from '#renderer/ui/Select.tsx';
import type { ClueRow } from '#shared/contract/rows.ts';
import { isEnded } from '#shared/domain/warning/warning.ts';
import { CluesField } from './CluesField.tsx';

type Props = { clues: readonly ClueRow[]; onClose: () => void };

export function LinkCluesDialog({ clues, onClose }: Props) {
  const t = useT();
  const { data: warnings = [] } = useDeskQuery({ type: 'listWarnings' });
  const { data: waiting = clues } = useDeskQuery({ type: 'listClues', waiting: true });
  const { form, change, draft } = useForm('warnings/link', () => ({
    warningId: null as string | null,
    clueIds: clues.map(({ clueId }) => clueId),
  }));
  const chosen = waiting.filter(({ clueId }) => form.clueIds.includes(clueId));
  const act = t('warnings.linkClues');
  return (
    <ActDialog
      title={act}
      act={act}
      missing={[
        chosen.length === 0 && { label: t('warnings.clue'), field: 'clueIds' },
        form.warningId === null && { label: t('app.warnings'), field: 'warningId' },
      ]}
      command={() =>
        chosen.map(({ clueId }) => ({ type: 'LinkClue' as const, clueId, warningId: form.warningId ?? '' }))
      }
      draft={draft}
      onClose={() => {
        draft.discard();
        onClose();
      }}
    >
      <div data-field="warningId">
        <Select
          label={t('app.warnings')}
          choices={warnings
            .filter((row) => !isEnded(row))
            .map(({ warningId, title, stage }) => ({
              id: warningId,
              label: title,
              hint: t(`warnings.stage.${stage}`),
            }))}
          value={form.warningId}
          onChange={(warningId) => change({ warningId })}
          isRequired
        />
      </div>
      <CluesField clues={waiting} value={form.clueIds} onChange={(clueIds) => change({ clueIds })} />
    </ActDialog>
  );
}
