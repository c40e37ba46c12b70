/** One message of the warning as CAP 1.2, kept under its identifier; Exercise wherever nothing of it is real. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { saveXml } from '#renderer/app/paper/savePaper.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { WarningFile } from '#shared/contract/rows.ts';
import type { NoticeOf } from '#shared/domain/papers/warningNotice.ts';
import { capMessages } from '#shared/domain/warning/cap.ts';

export function SaveCap({ file, of }: { file: WarningFile; of: NoticeOf }) {
  const t = useT();
  const { plan, desk } = useDesk();
  async function save(): Promise<void> {
    const { warnings } = plan;
    if (warnings === undefined) return;
    const messages = capMessages({ plan, warnings, isDrill: desk.kind !== 'live' }, file);
    const message = messages.find((each) => each.of === (of === 'release' ? null : of));
    if (message === undefined) return;
    try {
      announce(t((await saveXml(message.xml, message.identifier)) === 'saved' ? 'reports.saved' : 'reports.stopped'));
    } catch {
      announce(t('reports.saveFailed'), 'assertive');
    }
  }
  return <Button onPress={() => void save()}>{t('warnings.saveCap')}</Button>;
}
