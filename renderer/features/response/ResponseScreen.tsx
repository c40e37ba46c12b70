/**
 * 响应: what is in force and what the facts propose, always in sight; why this level and not the next; who decided what;
 * and the measures that follow from it [plan 4.2–4.7, 5].
 */

import { useState } from 'react';
import { ForIncident, IncidentTitle } from '#renderer/app/act/ForIncident.tsx';
import { CallTreeOf } from '#renderer/app/callTree/CallTreeLine.tsx';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { Loaded } from '#renderer/app/desk/Loaded.tsx';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useScrollByKeyboard } from '#renderer/ui/useScrollByKeyboard.ts';
import type { ResponseFile } from '#shared/contract/rows.ts';
import { Afterwards } from './Afterwards.tsx';
import type { Asked } from './asked.ts';
import { ConditionTable } from './ConditionTable.tsx';
import { Checklists } from './checklists/Checklists.tsx';
import { AskedDialog } from './dialogs/AskedDialog.tsx';
import { InForce } from './InForce.tsx';
import { Proposal } from './Proposal.tsx';
import { Records } from './Records.tsx';
import { Requests } from './Requests.tsx';
import styles from './Response.module.css';
import { Signatures } from './Signatures.tsx';

export function ResponseScreen({ incidentId }: { incidentId: string | null }) {
  return (
    <ForIncident screen="response" incidentId={incidentId}>
      {(id) => <OfIncident key={id} incidentId={id} />}
    </ForIncident>
  );
}

function OfIncident({ incidentId }: { incidentId: string }) {
  const query = useDeskQuery({ type: 'getResponse', incidentId });
  return <Loaded query={query}>{(file) => <ResponsePage file={file} />}</Loaded>;
}

function ResponsePage({ file }: { file: ResponseFile }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const { readOnly } = useDesk();
  const ask = readOnly ? null : setAsked;
  const left = useScrollByKeyboard();
  const right = useScrollByKeyboard();
  return (
    <div className={styles.page}>
      <IncidentTitle screen="response" incidentId={file.incidentId} title={file.title} />
      <div className={styles.head}>
        <InForce file={file} ask={ask} />
        <Proposal file={file} ask={ask} />
        <CallTreeOf subject={{ incidentId: file.incidentId }} />
      </div>
      <div className={styles.left} ref={left}>
        <Signatures file={file} ask={ask} />
        <Requests file={file} ask={ask} />
        <ConditionTable levels={file.levels} at={file.at} />
        <Records file={file} />
      </div>
      <div className={styles.right} ref={right}>
        <Afterwards file={file} />
        <Checklists file={file} />
      </div>
      {asked !== null && <AskedDialog asked={asked} file={file} onClose={() => setAsked(null)} />}
    </div>
  );
}
