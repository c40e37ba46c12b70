/** 信息发布: what the public is told, from draft to release, and what it says [plan 4.6]. */
import { useState } from 'react';
import { ForIncident, IncidentTitle } from '#renderer/app/act/ForIncident.tsx';
import { Ticking } from '#renderer/app/clock/Ticking.tsx';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { Loaded } from '#renderer/app/desk/Loaded.tsx';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { IncidentFile } from '#shared/contract/rows.ts';
import { AskedDialog } from './AskedDialog.tsx';
import type { Asked } from './asked.ts';
import { BulletinItem } from './BulletinItem.tsx';
import styles from './Bulletins.module.css';
import { Sentiments } from './Sentiments.tsx';

export function BulletinsScreen({ incidentId }: { incidentId: string | null }) {
  return (
    <ForIncident screen="bulletins" incidentId={incidentId}>
      {(id) => <OfIncident key={id} incidentId={id} />}
    </ForIncident>
  );
}

function OfIncident({ incidentId }: { incidentId: string }) {
  const query = useDeskQuery({ type: 'getIncident', incidentId });
  return <Loaded query={query}>{(file) => <BulletinsPage file={file} />}</Loaded>;
}

function BulletinsPage({ file }: { file: IncidentFile }) {
  const t = useT();
  const label = useLabel();
  const { plan, readOnly } = useDesk();
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = readOnly ? null : setAsked;
  const kinds = plan.publicity?.kinds ?? [];
  return (
    <div className={styles.page}>
      <IncidentTitle screen="bulletins" incidentId={file.incidentId} title={file.title} />
      <Panel title={t('bulletins.list')} aside={<Told file={file} />}>
        {ask !== null && (
          <div className={styles.bar}>
            {kinds.map((kind) => (
              <Button key={kind.id} onPress={() => ask({ kind: 'draft', of: kind })}>
                {t('bulletins.draftKind', { kind: label(kind) })}
              </Button>
            ))}
          </div>
        )}
        {file.bulletins.length === 0 && <p className={styles.none}>{t('bulletins.none')}</p>}
        <ul className={styles.list}>
          {file.bulletins.toReversed().map((row) => (
            <BulletinItem key={row.bulletinId} row={row} file={file} ask={ask} />
          ))}
        </ul>
      </Panel>
      <Sentiments file={file} ask={ask} />
      {asked !== null && <AskedDialog asked={asked} file={file} onClose={() => setAsked(null)} />}
    </div>
  );
}

/** 第一时间发布: how long the public has been waiting, or when it was last told. The plan sets no number of minutes. */
function Told({ file }: { file: IncidentFile }) {
  const t = useT();
  const format = useFormat();
  const { clockStart } = file.assessment.times;
  const last = file.bulletins.flatMap(({ released }) => released?.at.at ?? []).toSorted((a, b) => b - a)[0];
  if (last !== undefined) return t('bulletins.last', { time: format.instant(last, file.assessment.at) });
  return <Ticking text={(now) => t('bulletins.first', { time: format.span(clockStart.at, now) })} />;
}
