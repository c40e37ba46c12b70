/** What is being written as it would go out: text message, loudspeakers, notice; seen before it is issued [plan 3.4.2]. */
import { useState } from 'react';
import { readNow } from '#renderer/app/clock/clock.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { OfficialPaper } from '#renderer/app/paper/OfficialPaper.tsx';
import { useHead } from '#renderer/app/paper/useHead.ts';
import { type NoticeDraft, warningNoticeDraft } from '#shared/domain/papers/warningNotice.ts';
import styles from './Previews.module.css';
import { Spoken } from './Spoken.tsx';

type Props = { draft: NoticeDraft; recipients: readonly { name: string }[] };

export function DraftPreview({ draft, recipients }: Props) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.draft} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.draftHead}>{t('warnings.preview')}</summary>
      {isOpen && (
        <>
          <Spoken text={draft.text} />
          <DraftNotice draft={draft} recipients={recipients} />
        </>
      )}
    </details>
  );
}

function DraftNotice({ draft, recipients }: Props) {
  const { plan, desk } = useDesk();
  const head = useHead();
  const context = { plan, papers: desk.papers, head, isDrill: desk.kind !== 'live', at: readNow() };
  const notice = warningNoticeDraft(context, { recipientRows: recipients }, draft);
  return notice === null ? null : (
    <div className={styles.draftPaper}>
      <OfficialPaper document={notice} />
    </div>
  );
}
