/** The draft and the signed versions of one kind of report about an incident; beside them the page as it will be printed. */
import { useState } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useDraft } from '#renderer/app/desk/useDraft.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { useKeyCount } from '#renderer/app/keyboard/useKeyCount.ts';
import { OfficialPaper } from '#renderer/app/paper/OfficialPaper.tsx';
import { useHead } from '#renderer/app/paper/useHead.ts';
import { classes } from '#renderer/ui/classes.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { chineseNumber } from '#shared/documents/officialText.ts';
import { signingOf } from '#shared/domain/papers/papers.ts';
import { nextOrdinal, type ReportRole } from '#shared/domain/report/composeReport.ts';
import type { ReportFacts } from '#shared/domain/report/elementTexts.ts';
import { reportPaper } from '#shared/domain/report/reportPaper.ts';
import { IncidentSwitch } from '../IncidentSwitch.tsx';
import frame from '../PaperPage.module.css';
import { DraftEditor } from './DraftEditor.tsx';
import { draftReport, emptyDraft, type Version, versionsOf } from './reportDraft.ts';
import { SignedPanel } from './SignedPanel.tsx';
import styles from './Workshop.module.css';

const DRAFT = 'draft';

/** From the draft's opening to the sending of what was signed; what was sent once is not counted again. */
function keysKey(version: Version | undefined, draftKey: string): string | null {
  if (version === undefined) return `keys/${draftKey}`;
  return version.sent.length === 0 ? keysOfSending(version.document.documentId) : null;
}
const keysOfSending = (documentId: string): string => `keys/report/send/${documentId}`;

export function Workshop({ facts, report: role }: { facts: ReportFacts; report: ReportRole }) {
  const t = useT();
  const { file, response } = facts;
  const { plan, desk, readOnly } = useDesk();
  const head = useHead();
  const draft = useDraft(`report/draft/${role}/${file.incidentId}`, emptyDraft);
  const kind = plan.reportRoles[role];
  const versions = versionsOf(file, kind);
  const last = versions.at(-1);
  const [chosen, setChosen] = useState<string | null>(null);
  // A 续报 that was sent is followed by the next one; what was only signed is shown until it is sent.
  const isDone = last !== undefined && (role !== 'followUp' || last.sent.length === 0);
  const shown = chosen ?? (draft.exists || !isDone ? DRAFT : last.document.documentId);
  const version = versions.find(({ document }) => document.documentId === shown);
  const keys = useKeyCount({
    key: readOnly ? null : keysKey(version, `report/draft/${role}/${file.incidentId}`),
    form: version !== undefined || draft.exists ? 'begun' : 'empty',
  });
  const revised = versions.find(({ document }) => document.documentId === draft.value.revises);
  const ordinal = revised?.ordinal ?? nextOrdinal(file, kind, role);
  const drafted = draftReport(plan, facts, { role, ordinal }, draft.value);
  const content = version?.document.content ?? drafted.content;
  const name = ({ document, ordinal: n, version: v }: Version) =>
    role === 'followUp'
      ? t('reports.followUpVersion', { n: chineseNumber(n), v })
      : t('reports.version', { n: document.issue === undefined ? v : document.issue.version });
  const nextLabel = t('reports.nextFollowUp', { n: chineseNumber(nextOrdinal(file, kind, role)) });
  const signing = version === undefined ? null : signingOf(response, version.document);
  const paper = reportPaper(plan, {
    content,
    signing,
    papers: desk.papers,
    head,
    isDrill: desk.kind !== 'live',
  });
  return (
    <div className={classes(frame.page, styles.page)} onKeyDownCapture={keys.onKeyDownCapture} role="presentation">
      <header className={classes(frame.head, frame.screenOnly, styles.head)}>
        <IncidentSwitch incidentId={file.incidentId} title={file.title} form={role} />
        {versions.length > 0 && (
          <Select
            label={t('reports.versions')}
            className={styles.versions ?? ''}
            choices={[
              { id: DRAFT, label: role === 'followUp' && revised === undefined ? nextLabel : t('reports.newVersion') },
              ...versions.toReversed().map((each) => ({ id: each.document.documentId, label: name(each) })),
            ]}
            value={version ? shown : DRAFT}
            onChange={setChosen}
          />
        )}
      </header>
      {version ? (
        <SignedPanel
          key={shown}
          file={file}
          version={version}
          name={name(version)}
          paper={paper}
          signature={signing?.signature ?? null}
          keys={keys}
          onRevise={() => {
            draft.set((now) => ({ ...now, revises: role === 'followUp' ? shown : null }));
            setChosen(DRAFT);
          }}
          next={role === 'followUp' ? { label: nextLabel, onDraft: () => setChosen(DRAFT) } : null}
        />
      ) : (
        <DraftEditor
          facts={facts}
          report={role}
          ordinal={ordinal}
          draft={draft}
          drafted={drafted}
          paper={paper}
          onSigned={(documentId) => {
            keys.moveTo(keysOfSending(documentId));
            setChosen(documentId);
          }}
        />
      )}
      <OfficialPaper document={paper} />
    </div>
  );
}
