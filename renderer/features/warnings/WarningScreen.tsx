/**
 * One warning: its level and what comes next always in sight, what it says and how it came to say it, who was told, and what
 * is done while it is in force [plan 3.3, 3.4].
 */
import { useState } from 'react';
import { CallTreeOf } from '#renderer/app/callTree/CallTreeLine.tsx';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { Loaded } from '#renderer/app/desk/Loaded.tsx';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useScrollByKeyboard } from '#renderer/ui/useScrollByKeyboard.ts';
import type { WarningFile } from '#shared/contract/rows.ts';
import { Actions } from './Actions.tsx';
import type { Asked } from './asked.ts';
import { Content } from './Content.tsx';
import { Course } from './Course.tsx';
import { AskedDialog } from './dialogs/AskedDialog.tsx';
import { Head } from './Head.tsx';
import { LinkedClues } from './LinkedClues.tsx';
import { CoursePicture } from './previews/CoursePicture.tsx';
import { Outgoing } from './previews/Outgoing.tsx';
import { Recipients } from './Recipients.tsx';
import { useKeptFocus } from './useKeptFocus.ts';
import { Versions } from './Versions.tsx';
import { WarningFiles } from './WarningFiles.tsx';
import styles from './Warnings.module.css';

export function WarningScreen({ warningId }: { warningId: string }) {
  const query = useDeskQuery({ type: 'getWarning', warningId });
  return <Loaded query={query}>{(file) => <WarningPage file={file} />}</Loaded>;
}

function WarningPage({ file }: { file: WarningFile }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const { readOnly: isReadOnly } = useDesk();
  const ask = isReadOnly ? null : setAsked;
  const root = useKeptFocus(`${file.stage} ${asked === null}`);
  const left = useScrollByKeyboard();
  const right = useScrollByKeyboard();
  return (
    <div className={styles.page} ref={root}>
      <Head file={file} ask={ask} />
      <div className={styles.column} ref={left}>
        <Content file={file} />
        <Outgoing file={file} />
        <Versions file={file} />
        <CoursePicture file={file} />
        <Course file={file} />
        <LinkedClues file={file} />
        <WarningFiles file={file} />
      </div>
      <div className={styles.column} ref={right}>
        <CallTreeOf subject={{ warningId: file.warningId }} />
        <Recipients file={file} ask={ask} />
        <Actions file={file} ask={ask} />
      </div>
      {asked !== null && <AskedDialog asked={asked} file={file} onClose={() => setAsked(null)} />}
    </div>
  );
}
