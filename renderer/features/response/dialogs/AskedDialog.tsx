/** The form that was asked for. */
import type { ResponseFile } from '#shared/contract/rows.ts';
import type { Asked } from '../asked.ts';
import { AnswerDialog } from './AnswerDialog.tsx';
import { DecideDialog } from './DecideDialog.tsx';
import { DeclineDialog } from './DeclineDialog.tsx';
import { DelegateDialog } from './DelegateDialog.tsx';
import { ProposeDialog } from './ProposeDialog.tsx';
import { ReinforceDialog } from './ReinforceDialog.tsx';
import { SignDialog } from './SignDialog.tsx';
import { TerminateDialog } from './TerminateDialog.tsx';
import { TransferDialog } from './TransferDialog.tsx';

type Props = { asked: Asked; file: ResponseFile; onClose: () => void };

export function AskedDialog({ asked, file, onClose }: Props) {
  const rest = { file, onClose };
  switch (asked.kind) {
    case 'decide':
      return <DecideDialog asked={asked} {...rest} />;
    case 'propose':
      return <ProposeDialog {...rest} />;
    case 'decline':
      return <DeclineDialog asked={asked} {...rest} />;
    case 'terminate':
      return <TerminateDialog asked={asked} {...rest} />;
    case 'sign':
      return <SignDialog asked={asked} {...rest} />;
    case 'delegate':
      return <DelegateDialog {...rest} />;
    case 'transfer':
      return <TransferDialog {...rest} />;
    case 'reinforce':
      return <ReinforceDialog {...rest} />;
    case 'answer':
      return <AnswerDialog asked={asked} {...rest} />;
  }
}
