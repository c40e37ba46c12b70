import { useCallback, useState } from 'react';
import { CallTreeOf } from '#renderer/app/callTree/CallTreeLine.tsx';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { actClosed, INCIDENT_TABS, setIncidentView, useIncidentView } from '#renderer/app/incidentView.ts';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { isUnmet } from '#shared/domain/questions.ts';
import type { IncidentFile } from '#shared/domain/rows.ts';
import { ActDialog } from './acts/ActDialog.tsx';
import { type OpenAct, standingOf, takes } from './acts/acts.ts';
import { ActsContext } from './acts/useActs.ts';
import { IncidentHead } from './IncidentHead.tsx';
import styles from './IncidentPage.module.css';
import { StandingBanner } from './StandingBanner.tsx';
import { AttachmentsTab } from './tabs/AttachmentsTab.tsx';
import { ClocksTab } from './tabs/ClocksTab.tsx';
import { DocumentsTab } from './tabs/DocumentsTab.tsx';
import { FiguresTab } from './tabs/FiguresTab.tsx';
import { LogTab } from './tabs/LogTab.tsx';
import { OverviewTab } from './tabs/OverviewTab.tsx';
import { ReportsTab } from './tabs/ReportsTab.tsx';

/** The file: what it is about above, its tabs below, and the dialog of whatever is being recorded. */
export function IncidentPage({ file }: { file: IncidentFile }) {
  const t = useT();
  const { readOnly } = useDesk();
  const [act, setAct] = useState<OpenAct | null>(null);
  const { incidentId } = file;
  const close = useCallback(() => {
    setAct(null);
    actClosed(incidentId);
  }, [incidentId]);
  const { tab, entryId, act: wanted } = useIncidentView(incidentId);
  const standing = standingOf(file);
  const fromElsewhere: OpenAct | null =
    wanted !== null && !readOnly && takes(standing, wanted) ? { kind: wanted } : null;
  const unmet = file.assessment.obligations.filter(isUnmet).length;
  const content = {
    overview: <OverviewTab file={file} />,
    figures: <FiguresTab file={file} />,
    clocks: <ClocksTab file={file} />,
    reports: <ReportsTab file={file} />,
    documents: <DocumentsTab file={file} />,
    log: <LogTab file={file} entryId={entryId} />,
    attachments: <AttachmentsTab file={file} entryId={entryId} />,
  };
  return (
    <ActsContext.Provider value={{ open: setAct, may: (kind) => !readOnly && takes(standing, kind) }}>
      <div className={styles.page}>
        <IncidentHead file={file} />
        <StandingBanner file={file} />
        <div className={styles.calls}>
          <CallTreeOf subject={{ incidentId }} />
        </div>
        <Tabs
          label={t('incident.tabs')}
          tabs={INCIDENT_TABS.map((id) => ({
            id,
            title: id === 'clocks' && unmet > 0 ? `${t('incident.tab.clocks')} ${unmet}` : t(`incident.tab.${id}`),
            content: content[id],
          }))}
          selected={tab}
          onSelect={(id) => setIncidentView(incidentId, { tab: INCIDENT_TABS.find((one) => one === id) ?? 'overview' })}
          className={styles.tabs ?? ''}
        />
        <ActDialog file={file} act={act ?? fromElsewhere} onClose={close} />
      </div>
    </ActsContext.Provider>
  );
}
