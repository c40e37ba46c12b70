/** 通讯录: found by hanzi, pinyin, initials, unit or number; the one picked stands beside the list with its numbers in order. */
import { useState } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { ContactDetail } from './ContactDetail.tsx';
import { ContactDialog } from './ContactDialog.tsx';
import { ContactList } from './ContactList.tsx';
import styles from './Directory.module.css';
import { ExportButtons } from './ExportButtons.tsx';
import { askedBy, Filters, NO_FILTER } from './Filters.tsx';
import { ImportDialog } from './import/ImportDialog.tsx';
import { ImportsPanel } from './import/ImportsPanel.tsx';

/** `contactId`: the one it opens with. */
export function DirectoryScreen({ contactId }: { contactId: string | null }) {
  const t = useT();
  const { readOnly: isReadOnly } = useDesk();
  const [filter, setFilter] = useState(NO_FILTER);
  const [chosen, setChosen] = useState(contactId);
  const [doing, setDoing] = useState<'add' | 'import' | null>(null);
  return (
    <div className={styles.screen}>
      <Panel
        className={styles.listed ?? ''}
        title={t('app.directory')}
        aside={
          <div className={styles.head}>
            {!isReadOnly && (
              <>
                <Button variant="primary" onPress={() => setDoing('add')}>
                  {t('directory.add')}
                </Button>
                <Button onPress={() => setDoing('import')}>{t('directory.import')}</Button>
              </>
            )}
            <ExportButtons asked={askedBy(filter)} />
          </div>
        }
      >
        <Filters filter={filter} onChange={setFilter} />
        <ContactList asked={askedBy(filter)} chosen={chosen} onChoose={setChosen} />
      </Panel>
      <div className={styles.side}>
        <ContactDetail key={chosen} contactId={chosen} isReadOnly={isReadOnly} onRemoved={() => setChosen(null)} />
        <ImportsPanel isReadOnly={isReadOnly} />
      </div>
      {doing === 'add' && <ContactDialog known={null} onClose={() => setDoing(null)} onSaved={setChosen} />}
      {doing === 'import' && <ImportDialog onClose={() => setDoing(null)} />}
    </div>
  );
}
