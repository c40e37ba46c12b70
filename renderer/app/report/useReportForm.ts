/** One report about to be recorded: its draft, what it would meet, what is wrong with it, and recording it. */
import { useMemo, useRef, useState } from 'react';
import { announce } from '#renderer/ui/announce.ts';
import type { IncidentRow } from '#shared/contract/rows.ts';
import { suggestReport } from '#shared/domain/report/reportOffer.ts';
import type { Obligation } from '#shared/plan/assessment.ts';
import type { ReportForm as Form } from '#shared/plan/schema.ts';
import { useDesk } from '../desk/deskContext.ts';
import { type DraftState, useDraft } from '../desk/useDraft.ts';
import { useExecute, useFailureText } from '../desk/useExecute.ts';
import { useT } from '../i18n/locale.ts';
import {
  newReportForm,
  type Recipient,
  type ReportExtra,
  type ReportForm,
  type ReportProblem,
  recipientsOf,
  reportCommand,
  reportProblems,
} from './reportForm.ts';

export type ReportDraft = {
  form: ReportForm;
  change: (change: Partial<ReportForm>) => void;
  tick: (unit: string, on: boolean) => void;
  recipients: Recipient[];
  /** Shown once recording was tried. */
  problems: ReportProblem[];
  /** The desk's words where it refused. */
  failure: string | null;
  busy: boolean;
  /** The report's id once it is recorded. */
  record: (extra?: ReportExtra) => Promise<string | null>;
  draft: Pick<DraftState<ReportForm>, 'exists' | 'savedAt' | 'unsaved'>;
};

type Start = {
  incident: IncidentRow;
  form: Form;
  asked?: Obligation | undefined;
  /** Of a signed document: that kind, whatever would be suggested; its signature counts. */
  document?: { documentId: string; kind: string; signedOffBy: string };
  draftKey: string;
};

export function useReportForm({ incident, form: wanted, asked, document, draftKey }: Start): ReportDraft {
  const t = useT();
  const { plan } = useDesk();
  const execute = useExecute();
  const say = useFailureText();
  const [initial] = useState(() => ({
    ...newReportForm(suggestReport(plan, incident, wanted, asked), crypto.randomUUID()),
    // A paper is addressed already.
    ...(document && { kind: document.kind, to: plan.reportRoles.mainRecipient, signedOffBy: document.signedOffBy }),
  }));
  const draft = useDraft(draftKey, initial);
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const recording = useRef(false);
  const form = draft.value;
  const recipients = useMemo(() => recipientsOf(plan, incident, form), [plan, incident, form]);
  const problems = reportProblems(plan, form, recipients);

  async function record(extra?: ReportExtra): Promise<string | null> {
    setTried(true);
    if (recording.current) return null;
    if (problems.length > 0) {
      announce(t('reports.incomplete'), 'assertive');
      return null;
    }
    recording.current = true;
    setBusy(true);
    const outcome = await execute(
      reportCommand(plan, incident.incidentId, form, recipients, {
        ...extra,
        ...(document && { documentId: document.documentId }),
      }),
    );
    recording.current = false;
    setBusy(false);
    setFailure(say(outcome));
    if (!outcome.ok) return null;
    draft.discard();
    announce(t('reports.recorded'));
    return form.reportId;
  }

  return {
    form,
    change: (change) => draft.set((now) => ({ ...now, ...change })),
    tick: (unit, on) => draft.set((now) => ({ ...now, ticks: { ...now.ticks, [unit]: on } })),
    recipients,
    problems: tried ? problems : [],
    failure,
    busy,
    record,
    draft,
  };
}
