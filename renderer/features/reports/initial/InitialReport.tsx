/** The draft and the signed versions of one incident's first report; beside them the page as it will be printed. */
import { useState } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useDraft } from '#renderer/app/desk/useDraft.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import type { IncidentFile } from '#shared/contract/rows.ts';
import { IncidentSwitch } from '../IncidentSwitch.tsx';
import { DraftEditor } from './DraftEditor.tsx';
import styles from './InitialReport.module.css';
import { draftContent, emptyDraft, versionsOf } from './initialDraft.ts';
import { Paper } from './Paper.tsx';
import { SignedPanel } from './SignedPanel.tsx';

const DRAFT = 'draft';

export function InitialReport({ file }: { file: IncidentFile }) {
  const t = useT();
  const { plan } = useDesk();
  const draft = useDraft(`report/initial/${file.incidentId}`, emptyDraft);
  const versions = versionsOf(file, plan.reportRoles.initial);
  const last = versions.at(-1);
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = chosen ?? (draft.exists || last === undefined ? DRAFT : last.document.documentId);
  const version = versions.find(({ document }) => document.documentId === shown);
  const content = version?.document.content ?? draftContent(plan, file, draft.value);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <IncidentSwitch incidentId={file.incidentId} title={file.title} form="initial" />
        {versions.length > 0 && (
          <ChoiceGroup
            label={t('reports.versions')}
            labelHidden
            choices={[
              ...versions.map(({ number, document }) => ({
                id: document.documentId,
                label: t('reports.version', { n: number }),
              })),
              { id: DRAFT, label: t('reports.newVersion') },
            ]}
            value={version ? shown : DRAFT}
            onChange={setChosen}
          />
        )}
      </header>
      {version ? (
        <SignedPanel key={shown} file={file} version={version} />
      ) : (
        <DraftEditor file={file} draft={draft} content={content} onSigned={setChosen} />
      )}
      <Paper content={content} signedOffBy={version?.document.signedOffBy ?? null} />
    </div>
  );
}
