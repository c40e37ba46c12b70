/**
 * 值守板: how long, to whom, how, until when and why of the most urgent thing; below it every obligation of the night as a
 * lane; beside them the incidents and the latest entries. Quiet until it matters.
 */
import { useCallback, useState } from 'react';
import { Ticking } from '#renderer/app/clock/Ticking.tsx';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { askSignIn, isLocked, useLockedAt } from '#renderer/app/identity/identity.ts';
import { QuickReportDialog } from '#renderer/app/report/QuickReportDialog.tsx';
import { ObligationWhyDialog } from '#renderer/app/why/ObligationWhy.tsx';
import { Banner } from '#renderer/ui/Banner.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { heroOf, supervisedOf } from '#shared/domain/board.ts';
import { type Asked, findAsked } from './asked.ts';
import styles from './BoardScreen.module.css';
import { CallsBand } from './CallsBand.tsx';
import { DutyPanel } from './DutyPanel.tsx';
import { EmptyBoard } from './EmptyBoard.tsx';
import { GroupsBands } from './groups/GroupsBand.tsx';
import { Reminders } from './groups/Reminders.tsx';
import { AllMet } from './hero/AllMet.tsx';
import { Hero } from './hero/Hero.tsx';
import { OpenIncidents } from './incidents/OpenIncidents.tsx';
import { LatestEntries } from './LatestEntries.tsx';
import { LanesPanel } from './lanes/LanesPanel.tsx';
import { WarningsBand } from './WarningsBand.tsx';

export function BoardScreen() {
  const t = useT();
  const { data: board, failure, reload } = useDeskQuery({ type: 'getBoard' });
  const lockedAt = useLockedAt();
  const [why, setWhy] = useState<Asked | null>(null);
  const [report, setReport] = useState<Asked | null>(null);
  if (board === undefined) {
    if (failure === undefined) return <p className={styles.reading}>{t('app.reading')}</p>;
    return (
      <Banner tone="red" actions={<Button onPress={reload}>{t('app.retry')}</Button>}>
        {t('board.readFailed')}
      </Banner>
    );
  }
  const hero = heroOf(board);
  const supervised = supervisedOf(board);
  const isEmpty = board.incidents.length === 0;
  const recordReport = (asked: Asked): void => {
    if (isLocked()) void askSignIn(null, 'unlock');
    else setReport(asked);
  };
  return (
    <div className={styles.board}>
      <PrintedHead />
      {isEmpty ? (
        <EmptyBoard board={board} />
      ) : (
        <>
          {hero === null ? (
            <AllMet supervised={supervised} />
          ) : (
            <Hero hero={hero} supervised={supervised} onWhy={setWhy} onReport={recordReport} />
          )}
          <LanesPanel incidents={board.incidents} onWhy={setWhy} />
        </>
      )}
      <div className={styles.foot} data-band="response">
        <WarningsBand board={board} />
        <CallsBand rows={board.callTrees} />
        <Reminders reminders={board.reminders} />
        <GroupsBands incidents={board.incidents} />
      </div>
      <div className={styles.side}>
        <OpenIncidents incidents={board.incidents} />
        <LatestEntries entries={board.latest} incidents={board.incidents} closed={board.recentlyClosed} />
        <DutyPanel onDuty={board.onDuty} duty={board.duty} closed={board.recentlyClosed} />
      </div>
      <ObligationWhyDialog asked={findAsked(board.incidents, why)} onClose={() => setWhy(null)} />
      <QuickReportDialog
        asked={findAsked(board.incidents, lockedAt === null ? report : null)}
        onClose={() => setReport(null)}
      />
    </div>
  );
}

/** On paper only: which desk this was, and when. */
function PrintedHead() {
  const t = useT();
  const format = useFormat();
  const { desk, plan } = useDesk();
  const at = useCallback((now: number) => `${format.date(now)} ${format.timeExact(now)}`, [format]);
  return (
    <p className={styles.printed} aria-hidden="true">
      <strong>
        {t('app.board')} · {t(`app.kind.${desk.kind}`)}
      </strong>
      {plan.title} {plan.documentNumber}
      <Ticking text={at} />
    </p>
  );
}
