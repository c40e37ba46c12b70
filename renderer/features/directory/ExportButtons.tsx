/** What the list shows, as a file; what begins as a formula would leaves as text. */
import { useState } from 'react';
import { useDesk, useHost } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { saveTable } from '#renderer/app/paper/savePaper.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { exportRows } from '#shared/domain/directory/exportTable.ts';
import type { AskedContacts } from './Filters.tsx';
import { loadContacts } from './import/loadExisting.ts';

export function ExportButtons({ asked }: { asked: AskedContacts }) {
  const t = useT();
  const { api } = useHost();
  const { desk, plan } = useDesk();
  const [isBusy, setBusy] = useState(false);
  async function save(kind: 'xlsx' | 'csv'): Promise<void> {
    setBusy(true);
    try {
      const { writeCsv, writeXlsx } = await import('#shared/spreadsheet/writeTable.ts');
      const rows = exportRows(await loadContacts(api, desk.deskId, asked), plan);
      const bytes = kind === 'csv' ? writeCsv(rows) : writeXlsx(t('app.directory'), rows);
      const name = `${desk.kind === 'live' ? '' : '演练 '}${t('app.directory')}.${kind}`;
      if ((await saveTable(bytes, name)) === 'saved') announce(t('directory.exported', { n: rows.length - 1 }));
    } catch {
      announce(t('directory.exportFailed'), 'assertive');
    } finally {
      setBusy(false);
    }
  }
  return (
    <>
      <Button isDisabled={isBusy} onPress={() => void save('xlsx')}>
        {t('directory.exportXlsx')}
      </Button>
      <Button isDisabled={isBusy} onPress={() => void save('csv')}>
        {t('directory.exportCsv')}
      </Button>
    </>
  );
}
