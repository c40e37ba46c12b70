/** 签发 of a report: what is missing is listed before, never blocking; then the form that every paper is signed by. */
import type { ReactNode } from 'react';
import type { DecisionForm } from '#renderer/app/act/decisionForm.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import type { IncidentFile } from '#shared/contract/rows.ts';
import type { DocumentContent } from '#shared/domain/incident/events.ts';
import { plannedElements, type ReportRole } from '#shared/domain/report/composeReport.ts';
import { SignForm } from '../sign/SignForm.tsx';
import { inState, type ReportDraft } from './reportDraft.ts';
import styles from './Workshop.module.css';

type Props = {
  file: IncidentFile;
  report: ReportRole;
  ordinal: number;
  content: DocumentContent;
  draft: ReportDraft;
  onSignOff: (signOff: DecisionForm) => void;
  onSigned: (documentId: string) => void;
  /** What else can be done with the draft, in the same row. */
  children: ReactNode;
};

export function SignPanel({ file, report: role, ordinal, content, draft, onSignOff, onSigned, children }: Props) {
  const { plan } = useDesk();
  const { signOff, revises } = draft;
  const kind = plan.reportRoles[role];
  const paper = { incidentId: file.incidentId, kind, content, ordinal, ...(revises !== null && { revises }) };
  return (
    <>
      <Completeness report={role} content={content} />
      <SignForm paper={paper} signOff={signOff} onSignOff={onSignOff} onSigned={onSigned}>
        {children}
      </SignForm>
    </>
  );
}

function Completeness({ report: role, content }: { report: ReportRole; content: DocumentContent }) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const namesOf = (state: 'missing' | 'beingVerified') =>
    inState(content, state)
      .map(({ id, label: own }) =>
        label(
          plannedElements(plan, role).find((element) => element.id === id),
          own,
        ),
      )
      .join(t('why.join'));
  const [missing, unknown] = [namesOf('missing'), namesOf('beingVerified')];
  return (
    <>
      {missing !== '' && (
        <p className={styles.missing}>
          <strong>{t('reports.missing')}</strong> {missing}
        </p>
      )}
      {unknown !== '' && (
        <p className={styles.note}>
          {t('reports.verifying')} {unknown}
        </p>
      )}
    </>
  );
}
