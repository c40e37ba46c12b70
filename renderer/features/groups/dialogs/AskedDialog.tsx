/** The form that was asked for. */
import type { ResponseFile } from '#shared/contract/rows.ts';
import type { Asked } from '../asked.ts';
import { DissolveDialog } from './DissolveDialog.tsx';
import { GroupDialog } from './GroupDialog.tsx';
import { InstructionDialog } from './InstructionDialog.tsx';
import { OnSceneDialog } from './OnSceneDialog.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import { SaidDialog } from './SaidDialog.tsx';
import { SetUpDialog } from './SetUpDialog.tsx';
import { TaskDialog } from './TaskDialog.tsx';
import { ArriveDialog, CallUnitDialog, EnRouteDialog } from './UnitDialogs.tsx';

type Props = { asked: Asked; file: ResponseFile; onClose: () => void };

export function AskedDialog({ asked, file, onClose }: Props) {
  const rest = { file, onClose };
  switch (asked.kind) {
    case 'onScene':
      return <OnSceneDialog {...rest} />;
    case 'setUp':
      return <SetUpDialog {...rest} />;
    case 'group':
      return <GroupDialog asked={asked} {...rest} />;
    case 'dissolve':
      return <DissolveDialog asked={asked} {...rest} />;
    case 'leader':
    case 'checkIn':
      return <PersonDialog asked={asked} {...rest} />;
    case 'task':
      return <TaskDialog asked={asked} {...rest} />;
    case 'call':
      return <CallUnitDialog {...rest} />;
    case 'enRoute':
      return <EnRouteDialog unit={asked.unit} {...rest} />;
    case 'arrive':
      return <ArriveDialog unit={asked.unit} {...rest} />;
    case 'instruction':
      return <InstructionDialog {...rest} />;
    default:
      return <SaidDialog asked={asked} {...rest} />;
  }
}
