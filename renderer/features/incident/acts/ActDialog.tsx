/** The open act's dialog: one at a time, named by what it records. */
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { QuickReportDialog } from '#renderer/app/report/QuickReportDialog.tsx';
import { GradeWhyDialog } from '#renderer/app/why/GradeWhy.tsx';
import { LevelWhyDialog } from '#renderer/app/why/LevelWhy.tsx';
import { ObligationWhyDialog } from '#renderer/app/why/ObligationWhy.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { IncidentFile } from '#shared/domain/rows.ts';
import type { OpenAct } from './acts.ts';
import { CloseForm } from './CloseForm.tsx';
import { ConditionsForm } from './ConditionsForm.tsx';
import { DemandForm } from './DemandForm.tsx';
import { DetailsForm } from './DetailsForm.tsx';
import { DurationForm } from './DurationForm.tsx';
import { FiguresForm } from './FiguresForm.tsx';
import { GradeForm } from './GradeForm.tsx';
import { MarkForm } from './MarkForm.tsx';
import { MergeForm } from './MergeForm.tsx';
import { StrikeForm } from './StrikeForm.tsx';
import { SwitchForm } from './SwitchForm.tsx';
import { TimesForm } from './TimesForm.tsx';
import { WaiveForm } from './WaiveForm.tsx';

type ActDialogProps = { file: IncidentFile; act: OpenAct | null; onClose: () => void };

export function ActDialog({ file, act, onClose }: ActDialogProps) {
  if (act === null) return null;
  switch (act.kind) {
    case 'report':
      return <QuickReportDialog asked={{ incident: file, row: act.row }} onClose={onClose} />;
    case 'whyClock':
      return <ObligationWhyDialog asked={{ incident: file, row: act.row }} onClose={onClose} />;
    case 'whyGrade':
      return <GradeWhyDialog incident={file} onClose={onClose} />;
    case 'whyLevel':
      return <LevelWhyDialog incident={file} onClose={onClose} />;
    default:
      return <FormDialog file={file} act={act} onClose={onClose} />;
  }
}

type FormAct = Exclude<OpenAct, { kind: 'report' | 'whyClock' | 'whyGrade' | 'whyLevel' }>;

function FormDialog({ file, act, onClose }: { file: IncidentFile; act: FormAct; onClose: () => void }) {
  const title = useTitle(act);
  return (
    <Dialog title={title} isOpen onClose={onClose} size="l">
      <Form file={file} act={act} onDone={onClose} />
    </Dialog>
  );
}

function useTitle(act: FormAct): string {
  const t = useT();
  const words = usePlanWords();
  switch (act.kind) {
    case 'duration':
      return words.duration(act.duration);
    case 'switch':
      return words.switch(act.switch);
    case 'mark':
      return words.mark(act.mark);
    default:
      return t(`incident.act.${act.kind}`);
  }
}

function Form({ file, act, onDone }: { file: IncidentFile; act: FormAct; onDone: () => void }) {
  switch (act.kind) {
    case 'figures':
      return <FiguresForm file={file} onDone={onDone} />;
    case 'grade':
      return <GradeForm file={file} onDone={onDone} />;
    case 'times':
      return <TimesForm file={file} onDone={onDone} />;
    case 'conditions':
      return <ConditionsForm file={file} onDone={onDone} />;
    case 'duration':
      return <DurationForm file={file} duration={act.duration} onDone={onDone} />;
    case 'details':
      return <DetailsForm file={file} onDone={onDone} />;
    case 'demand':
      return <DemandForm file={file} onDone={onDone} />;
    case 'switch':
      return <SwitchForm file={file} id={act.switch} onDone={onDone} />;
    case 'mark':
      return <MarkForm file={file} id={act.mark} onDone={onDone} />;
    case 'waive':
      return <WaiveForm file={file} rule={act.rule} onDone={onDone} />;
    case 'strike':
      return <StrikeForm file={file} entry={act.entry} onDone={onDone} />;
    case 'merge':
      return <MergeForm file={file} onDone={onDone} />;
    case 'close':
      return <CloseForm file={file} onDone={onDone} />;
  }
}
