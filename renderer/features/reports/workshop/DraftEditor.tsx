/** Every element filled, being verified or missing, each to be changed; then the signature. Nothing missing blocks it. */
import { DraftSaved } from '#renderer/app/desk/DraftSaved.tsx';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import type { DraftState } from '#renderer/app/desk/useDraft.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { PaperActions } from '#renderer/app/paper/PaperActions.tsx';
import { useHref } from '#renderer/app/routes/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import type { OfficialDocument } from '#shared/documents/document.ts';
import type { ReportRole } from '#shared/domain/report/composeReport.ts';
import type { ReportFacts } from '#shared/domain/report/elementTexts.ts';
import frame from '../PaperPage.module.css';
import { ElementField } from './ElementField.tsx';
import { type Drafted, fieldText, type ReportDraft, withoutTyped, withTyped } from './reportDraft.ts';
import { SignPanel } from './SignPanel.tsx';
import styles from './Workshop.module.css';

type Props = {
  facts: ReportFacts;
  report: ReportRole;
  ordinal: number;
  draft: DraftState<ReportDraft>;
  drafted: Drafted;
  paper: OfficialDocument;
  onSigned: (documentId: string) => void;
};

export function DraftEditor({ facts, report: role, ordinal, draft, drafted, paper, onSigned }: Props) {
  const t = useT();
  const format = useFormat();
  const hrefOf = useHref();
  const { readOnly } = useDesk();
  const { value } = draft;
  const { file, since } = facts;
  const { content, elements, bodyFromElements, isBodyStale } = drafted;
  const change = (next: Partial<ReportDraft>) => draft.set((now) => ({ ...now, ...next }));
  return (
    <section className={classes(frame.screenOnly, styles.editor)} aria-label={t(`reports.draft.${role}`)}>
      <div className={styles.fields}>
        <TextArea
          label={t('reports.title')}
          value={content.title}
          onChange={(title) => change({ title: title.replaceAll('\n', '') })}
          rows={1}
        />
        {role === 'followUp' && (
          <p className={styles.note}>
            {since === null
              ? t('reports.sinceNothing')
              : t('reports.since', { time: format.instant(since, file.assessment.at) })}
          </p>
        )}
        {value.body === null ? (
          <>
            <p className={styles.note}>
              {t('reports.elementsHint')}{' '}
              <a href={hrefOf({ screen: 'incident', incidentId: file.incidentId })}>{t('reports.correctFacts')}</a>
            </p>
            <ul className={styles.elements}>
              {elements.map((element) => (
                <ElementField
                  key={element.id}
                  report={role}
                  file={file}
                  element={element}
                  text={fieldText(element, value)}
                  onChange={(text) => draft.set((now) => withTyped(now, element, text))}
                  onRestore={() => draft.set((now) => withoutTyped(now, element.id))}
                />
              ))}
            </ul>
            <Button onPress={() => change({ body: { text: content.body, basis: bodyFromElements } })}>
              {t('reports.editBody')}
            </Button>
          </>
        ) : (
          <>
            {isBodyStale && <output className={styles.missing}>{t('reports.bodyStale')}</output>}
            <TextArea
              label={t('reports.body')}
              value={value.body.text}
              onChange={(text) => change({ body: { text, basis: value.body?.basis ?? bodyFromElements } })}
              rows={18}
              hint={t('reports.bodyHint')}
            />
            <Button onPress={() => change({ body: null })}>{t('reports.rewriteBody')}</Button>
          </>
        )}
      </div>
      <footer className={styles.foot}>
        {readOnly ? (
          <>
            <p className={styles.note}>{t('app.readOnly')}</p>
            <div className={styles.row}>
              <PaperActions document={paper} />
            </div>
          </>
        ) : (
          <SignPanel
            file={file}
            report={role}
            ordinal={ordinal}
            content={content}
            draft={value}
            onSignOff={(signOff) => change({ signOff })}
            onSigned={(documentId) => {
              draft.discard();
              onSigned(documentId);
            }}
          >
            <PaperActions document={paper} />
            <DraftSaved draft={draft} />
            {draft.exists && (
              <Button variant="quiet" onPress={draft.discard}>
                {t('reports.discard')}
              </Button>
            )}
          </SignPanel>
        )}
      </footer>
    </section>
  );
}
