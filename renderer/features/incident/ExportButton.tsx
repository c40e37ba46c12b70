/**
 * 导出: the incident as one archive that can be verified without the program, or as a folder where the program can put one
 * down. Made beside the desk; the page only waits.
 */
import { useState } from 'react';
import { fetchArchive } from '#renderer/app/attachments/fileTransfer.ts';
import { useDesk, useDeskApi } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { canSaveFolder, saveArchive } from '#renderer/app/paper/savePaper.ts';
import { useZhEntryWords } from '#renderer/app/paper/useZhEntryWords.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { errorText } from '#shared/contract/errorText.ts';
import type { ArchiveForm } from '#shared/contract/shell.ts';
import type { DeskError } from '#shared/domain/errors.ts';
import styles from './IncidentHead.module.css';

type State = { kind: 'idle' | 'busy' } | { kind: 'saved'; name: string } | { kind: 'failed'; reason: string };

export function ExportButton({ incidentId }: { incidentId: string }) {
  const t = useT();
  const api = useDeskApi();
  const words = useZhEntryWords();
  const { desk, officer, plan } = useDesk();
  const [state, setState] = useState<State>({ kind: 'idle' });

  function fail(reason: string): void {
    setState({ kind: 'failed', reason });
    announce(reason, 'assertive');
  }

  const refuse = (error: DeskError): void => fail(t('incident.export.failed', { reason: errorText(error, plan) }));

  async function take(as: ArchiveForm): Promise<void> {
    setState({ kind: 'busy' });
    try {
      // Everything that is recorded, also where the screen shows an earlier instant.
      const whole = await api.query(desk.deskId, { type: 'getIncident', incidentId });
      if (!whole.ok) return refuse(whole.error);
      const entries = whole.result.entries.map((row) => [row.entryId, words(row)] as const);
      const reply = await api.exportIncident({
        desk: desk.deskId,
        officerId: officer.officerId,
        incidentId,
        words: Object.fromEntries(entries),
      });
      if (!reply.ok) return refuse(reply.error);
      const read = () => fetchArchive(api, reply.archiveId);
      const saved = await saveArchive(reply, as, read);
      if (saved.kind === 'refused') return refuse(saved.error);
      if (saved.kind === 'cancelled') return setState({ kind: 'idle' });
      setState(saved);
      announce(t('incident.export.saved', { name: saved.name }));
    } catch {
      fail(t('incident.export.unreachable'));
    }
  }

  return (
    <>
      <Button isDisabled={state.kind === 'busy'} onPress={() => void take('zip')}>
        {t('incident.export')}
      </Button>
      {canSaveFolder() && (
        <Button isDisabled={state.kind === 'busy'} onPress={() => void take('folder')}>
          {t('incident.export.folder')}
        </Button>
      )}
      {state.kind === 'busy' && <output className={styles.said}>{t('incident.export.busy')}</output>}
      {state.kind === 'saved' && (
        <span className={styles.said}>{t('incident.export.saved', { name: state.name })}</span>
      )}
      {state.kind === 'failed' && (
        <span role="alert" className={styles.failure}>
          {state.reason}
        </span>
      )}
    </>
  );
}
