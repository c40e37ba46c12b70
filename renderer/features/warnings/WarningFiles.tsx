/** What the assessments looked at: the warning's own files; those of its clues are with the clues. */
import { useT } from '#renderer/app/i18n/locale.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { WarningFile } from '#shared/contract/rows.ts';
import { isEnded } from '#shared/domain/warning/warning.ts';
import { Files } from './Files.tsx';

export function WarningFiles({ file }: { file: WarningFile }) {
  const t = useT();
  const { warningId, attachments } = file;
  return (
    <Panel title={t('warnings.files', { n: attachments.length })}>
      <Files of={{ kind: 'warning', warningId }} files={attachments} isEnded={isEnded(file)} />
    </Panel>
  );
}
