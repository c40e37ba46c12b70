/** The form that was asked for. */
import type { WarningFile } from '#shared/contract/rows.ts';
import type { Asked } from '../asked.ts';
import { AcknowledgeDialog } from './AcknowledgeDialog.tsx';
import { ApproveDialog } from './ApproveDialog.tsx';
import { AssessDialog } from './AssessDialog.tsx';
import { AssignDialog } from './AssignDialog.tsx';
import { ChangeDialog } from './ChangeDialog.tsx';
import { IssueDialog } from './IssueDialog.tsx';
import { NotApplicableDialog } from './NotApplicableDialog.tsx';
import { ReleaseDialog } from './ReleaseDialog.tsx';
import { ReportDialog } from './ReportDialog.tsx';
import { SendDialog } from './SendDialog.tsx';

type Props = { asked: Asked; file: WarningFile; onClose: () => void };

export function AskedDialog({ asked, file, onClose }: Props) {
  const rest = { file, onClose };
  switch (asked.kind) {
    case 'assess':
      return <AssessDialog file={file} clues={[]} onClose={onClose} />;
    case 'report':
      return <ReportDialog {...rest} />;
    case 'approve':
      return <ApproveDialog {...rest} />;
    case 'issue':
      return <IssueDialog {...rest} />;
    case 'change':
      return <ChangeDialog {...rest} />;
    case 'send':
      return <SendDialog {...rest} />;
    case 'acknowledge':
      return <AcknowledgeDialog asked={asked} {...rest} />;
    case 'release':
      return <ReleaseDialog {...rest} />;
    case 'assign':
      return <AssignDialog asked={asked} {...rest} />;
    case 'notApplicable':
      return <NotApplicableDialog asked={asked} {...rest} />;
  }
}
