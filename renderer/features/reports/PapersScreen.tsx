/** 公文与记录: every paper that can be made of an incident, previewed as it prints, kept as Word or PDF. */
import { useMemo, useState } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { Loaded } from '#renderer/app/desk/Loaded.tsx';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { OfficialPaper } from '#renderer/app/paper/OfficialPaper.tsx';
import { PaperActions } from '#renderer/app/paper/PaperActions.tsx';
import { usePaperFacts } from '#renderer/app/paper/usePaperFacts.ts';
import { classes } from '#renderer/ui/classes.ts';
import type { IncidentFile, ResponseFile } from '#shared/contract/rows.ts';
import {
  asSigned,
  listPapers,
  makePaper,
  type PaperRow,
  signableDraft,
  signableOf,
  versionsOf,
} from '#shared/domain/papers/papers.ts';
import { IncidentSwitch } from './IncidentSwitch.tsx';
import frame from './PaperPage.module.css';
import styles from './Papers.module.css';
import { NoticePanel } from './sign/NoticePanel.tsx';

/** `paper`: the one it opens with. */
export function PapersScreen({ incidentId, paper = FIRST }: { incidentId: string; paper?: string | undefined }) {
  const file = useDeskQuery({ type: 'getIncident', incidentId });
  const response = useDeskQuery({ type: 'getResponse', incidentId });
  return (
    <Loaded query={file}>
      {(found) => (
        <Loaded query={response}>
          {(rest) => <Papers key={`${incidentId} ${paper}`} file={found} response={rest} first={paper} />}
        </Loaded>
      )}
    </Loaded>
  );
}

const FIRST = 'calls';

type PapersProps = { file: IncidentFile; response: ResponseFile; first: string };

function Papers({ file, response, first }: PapersProps) {
  const t = useT();
  const { plan } = useDesk();
  const { context, facts } = usePaperFacts(file, response);
  const [chosen, choose] = useState(first);
  /** Of a paper that is signed: undefined its newest signed one, null the draft. */
  const [version, setVersion] = useState<string | null | undefined>(undefined);
  const setChosen = (id: string): void => {
    choose(id);
    setVersion(undefined);
  };
  const rows = listPapers(plan, facts);
  // A log of many pages is not composed again because something beside it changed.
  const { made, notice } = useMemo(() => {
    const signable = signableOf(facts, chosen);
    const found = signable === null ? null : signableDraft(context, facts, signable);
    return {
      made: makePaper(context, facts, chosen) ?? makePaper(context, facts, FIRST),
      notice:
        signable === null || found === null
          ? null
          : { signable, draft: found, versions: versionsOf(facts.file, signable) },
    };
  }, [context, facts, chosen]);
  const shown =
    notice?.versions.find(({ documentId }) => documentId === version) ??
    (version === null ? null : (notice?.versions.at(-1) ?? null));
  const paper = notice === null ? made : shown === null ? notice.draft : asSigned(plan, response, notice.draft, shown);
  return (
    <div className={classes(frame.page, styles.page)}>
      <header className={classes(frame.head, frame.screenOnly, styles.head)}>
        <IncidentSwitch incidentId={file.incidentId} title={file.title} form="papers" />
        <div className={styles.actions}>{paper !== null && <PaperActions document={paper} />}</div>
      </header>
      <div className={classes(frame.screenOnly, styles.side)}>
        <nav className={styles.list} aria-label={t('reports.papers')}>
          <ul>
            {rows.map((row) => (
              <li key={row.id}>
                <button
                  type="button"
                  className={classes(styles.paper, row.id === chosen && styles.chosen)}
                  aria-current={row.id === chosen}
                  onClick={() => setChosen(row.id)}
                >
                  <PaperName row={row} />
                </button>
              </li>
            ))}
          </ul>
        </nav>
        {notice !== null && (
          <NoticePanel key={chosen} file={file} response={response} {...notice} shown={shown} onShow={setVersion} />
        )}
      </div>
      {paper !== null && <OfficialPaper key={chosen} document={paper} />}
    </div>
  );
}

function PaperName({ row: { kind, about } }: { row: PaperRow }) {
  const t = useT();
  return (
    <>
      <span>{t(`papers.kind.${kind}`)}</span>
      {about !== '' && <span className={styles.about}>{about}</span>}
    </>
  );
}
