/**
 * 工作组: the on-scene command, its groups side by side, who is there, which units were called, and what each has to do
 * [plan 2.2, 4.3].
 */
import { useCallback, useState } from 'react';
import { ForIncident, IncidentTitle } from '#renderer/app/act/ForIncident.tsx';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { Loaded } from '#renderer/app/desk/Loaded.tsx';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import type { GroupsTab } from '#renderer/app/routes/route.ts';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import type { ResponseFile } from '#shared/contract/rows.ts';
import type { Asked } from './asked.ts';
import { AskedDialog } from './dialogs/AskedDialog.tsx';
import { GroupColumns } from './GroupColumns.tsx';
import { GroupDetail } from './GroupDetail.tsx';
import styles from './Groups.module.css';
import { Instructions } from './Instructions.tsx';
import { OnScene } from './OnScene.tsx';
import { Tasks } from './tasks/Tasks.tsx';
import { taskCounts } from './tasks/taskOrder.ts';
import { Units } from './units/Units.tsx';

export function GroupsScreen({ incidentId, tab }: { incidentId: string | null; tab: GroupsTab }) {
  return (
    <ForIncident screen="groups" incidentId={incidentId}>
      {(id) => <OfIncident key={`${id} ${tab}`} incidentId={id} tab={tab} />}
    </ForIncident>
  );
}

function OfIncident({ incidentId, tab }: { incidentId: string; tab: GroupsTab }) {
  const query = useDeskQuery({ type: 'getResponse', incidentId });
  return <Loaded query={query}>{(file) => <GroupsPage file={file} opened={tab} />}</Loaded>;
}

function GroupsPage({ file, opened }: { file: ResponseFile; opened: GroupsTab }) {
  const t = useT();
  const { readOnly } = useDesk();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [tab, setTab] = useState<string>(opened);
  const ask = readOnly ? null : setAsked;
  const choose = useCallback((id: string) => setChosen((now) => (now === id ? null : id)), []);
  const groups = file.groups.filter(({ state }) => state !== 'dissolved');
  const group = groups.find(({ groupId }) => groupId === chosen) ?? null;
  const waiting = file.units.filter(({ state }) => state === 'called' || state === 'enRoute').length;
  const unanswered = file.instructions.filter(({ answer }) => answer === null).length;
  const tasks = taskCounts(file.tasks);
  return (
    <div className={styles.page}>
      <IncidentTitle screen="groups" incidentId={file.incidentId} title={file.title} />
      <OnScene file={file} ask={ask} />
      <GroupColumns groups={groups} tasks={file.tasks} chosen={group?.groupId ?? null} onChoose={choose} />
      <div className={group === null ? styles.one : styles.two}>
        {group !== null && <GroupDetail key={group.groupId} group={group} file={file} ask={ask} />}
        <Tabs
          className={styles.tabs ?? ''}
          label={t('groups.work')}
          selected={tab}
          onSelect={setTab}
          tabs={[
            {
              id: 'tasks',
              title: t('groups.tasks', { n: tasks.open }),
              content: <Tasks file={file} group={group} ask={ask} />,
            },
            { id: 'units', title: t('groups.units', { n: waiting }), content: <Units file={file} ask={ask} /> },
            {
              id: 'instructions',
              title: t('groups.instructions', { n: unanswered }),
              content: <Instructions file={file} ask={ask} />,
            },
          ]}
        />
      </div>
      {asked !== null && <AskedDialog asked={asked} file={file} onClose={() => setAsked(null)} />}
    </div>
  );
}
