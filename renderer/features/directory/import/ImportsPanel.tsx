/** Past imports, each to be taken back as a whole [DIRECTORY-2]. */
import { useState } from 'react';
import { useAct } from '#renderer/app/act/useAct.ts';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { AlertDialog } from '#renderer/ui/Dialog.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { RowButton } from '#renderer/ui/RowButton.tsx';
import type { ImportRow } from '#shared/contract/rows.ts';
import styles from './Import.module.css';

export function ImportsPanel({ isReadOnly }: { isReadOnly: boolean }) {
  const t = useT();
  const format = useFormat();
  const { data: imports = [] } = useDeskQuery({ type: 'listContactImports' });
  const { send, failure } = useAct();
  const [asked, setAsked] = useState<ImportRow | null>(null);
  if (imports.length === 0) return null;
  function undo(): void {
    if (asked === null) return;
    setAsked(null);
    void send({ type: 'UndoContactImport', importId: asked.importId }, t('directory.undone', { file: asked.fileName }));
  }
  return (
    <Panel title={t('directory.imports')}>
      <ul className={styles.imports}>
        {imports.map((row) => (
          <li key={row.importId}>
            <span>
              {row.fileName} · {format.instant(row.at)} · {row.actor.name} ·{' '}
              {t('directory.addedMerged', { added: row.added, merged: row.merged })}
            </span>
            {row.undone !== null && <span>{t('directory.undoneAt', { time: format.instant(row.undone.at) })}</span>}
            {row.undone === null && !isReadOnly && (
              <RowButton aria-label={t('directory.undoOf', { file: row.fileName })} onPress={() => setAsked(row)}>
                {t('directory.undo')}
              </RowButton>
            )}
          </li>
        ))}
      </ul>
      {failure !== null && <p role="alert">{failure}</p>}
      <AlertDialog
        title={t('directory.undo')}
        isOpen={asked !== null}
        confirmLabel={t('directory.undo')}
        cancelLabel={t('ui.cancel')}
        onConfirm={undo}
        onCancel={() => setAsked(null)}
      >
        {t('directory.undoAsk', { file: asked?.fileName ?? '' })}
      </AlertDialog>
    </Panel>
  );
}
