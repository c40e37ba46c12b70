/** The form that was asked for. */
import type { IncidentFile } from '#shared/contract/rows.ts';
import type { Asked } from './asked.ts';
import { ApproveDialog } from './dialogs/ApproveDialog.tsx';
import { ReleaseDialog } from './dialogs/ReleaseDialog.tsx';
import { SentimentDialog } from './dialogs/SentimentDialog.tsx';
import { WithdrawDialog } from './dialogs/WithdrawDialog.tsx';
import { WriteDialog } from './dialogs/WriteDialog.tsx';

export function AskedDialog({ asked, ...rest }: { asked: Asked; file: IncidentFile; onClose: () => void }) {
  switch (asked.kind) {
    case 'draft':
    case 'revise':
      return <WriteDialog asked={asked} {...rest} />;
    case 'approve':
      return <ApproveDialog asked={asked} {...rest} />;
    case 'release':
      return <ReleaseDialog asked={asked} {...rest} />;
    case 'withdraw':
      return <WithdrawDialog asked={asked} {...rest} />;
    case 'sentiment':
      return <SentimentDialog {...rest} />;
  }
}
