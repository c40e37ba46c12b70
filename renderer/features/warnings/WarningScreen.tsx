/**
 * One warning: its level and what comes next always in sight, what it says and how it came to say it, who was told, and what
 * is done while it is in force [plan 3.3, 3.4].
 */
import { Loaded } from '#renderer/app/desk/Loaded.tsx';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useScrollByKeyboard } from '#renderer/ui/useScrollByKeyboard.ts';
import type { WarningFile } from '#shared/contract/rows.ts';
import { Actions } from './Actions.tsx';
import { Content } from './Content.tsx';
import { Course } from './Course.tsx';
import { Head } from './Head.tsx';
import { LinkedClues } from './LinkedClues.tsx';
import { Outgoing } from './previews/Outgoing.tsx';
import { Recipients } from './Recipients.tsx';
import { Versions } from './Versions.tsx';
import styles from './Warnings.module.css';

export function WarningScreen({ warningId }: { warningId: string }) {
  const query = useDeskQuery({ type: 'getWarning', warningId });
  return <Loaded query={query}>{(file) => <WarningPage file={file} />}</Loaded>;
}

function WarningPage({ file }: { file: WarningFile }) {
  const left = useScrollByKeyboard();
  const right = useScrollByKeyboard();
  return (
    <div className={styles.page}>
      <Head file={file} />
      <div className={styles.column} ref={left}>
        <Content file={file} />
        <Outgoing file={file} />
        <Versions file={file} />
        <Course file={file} />
        <LinkedClues file={file} />
      </div>
      <div className={styles.column} ref={right}>
        <Recipients file={file} />
        <Actions file={file} />
      </div>
    </div>
  );
}
