/** Every element filled, being verified or missing, each to be changed; then the signature. Nothing missing blocks it. */
import { DraftSaved } from '#renderer/app/desk/DraftSaved.tsx';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import type { DraftState } from '#renderer/app/desk/useDraft.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import type { IncidentFile } from '#shared/contract/rows.ts';
import type { DocumentContent } from '#shared/domain/incident/events.ts';
import { ElementField } from './ElementField.tsx';
import styles from './InitialReport.module.css';
import type { InitialDraft } from './initialDraft.ts';
import { SignPanel } from './SignPanel.tsx';

type Props = {
  file: IncidentFile;
  draft: DraftState<InitialDraft>;
  content: DocumentContent;
  onSigned: (documentId: string) => void;
};

export function DraftEditor({ file, draft, content, onSigned }: Props) {
  const t = useT();
  const hrefOf = useHref();
  const { readOnly } = useDesk();
  const { value } = draft;
  const change = (next: Partial<InitialDraft>) => draft.set((now) => ({ ...now, ...next }));
  const retype = (id: string, text: string | null) =>
    draft.set((now) => {
      const { [id]: _, ...others } = now.elements;
      return { ...now, elements: text === null ? others : { ...others, [id]: text } };
    });
  return (
    <section className={styles.editor} aria-label={t('reports.draft')}>
      <div className={styles.fields}>
        <TextArea
          label={t('reports.title')}
          value={content.title}
          onChange={(title) => change({ title: title.replaceAll('\n', '') })}
          rows={1}
        />
        {value.body === null ? (
          <>
            <p className={styles.note}>
              {t('reports.elementsHint')}{' '}
              <a href={hrefOf({ screen: 'incident', incidentId: file.incidentId })}>{t('reports.correctFacts')}</a>
            </p>
            <ul className={styles.elements}>
              {content.elements.map((element) => (
                <ElementField
                  key={element.id}
                  element={element}
                  isTyped={element.id in value.elements}
                  typed={value.elements[element.id]}
                  onChange={(text) => retype(element.id, text)}
                />
              ))}
            </ul>
            <Button onPress={() => change({ body: content.body })}>{t('reports.editBody')}</Button>
          </>
        ) : (
          <>
            <TextArea
              label={t('reports.body')}
              value={value.body}
              onChange={(body) => change({ body })}
              rows={18}
              hint={t('reports.bodyHint')}
            />
            <Button onPress={() => change({ body: null })}>{t('reports.rewriteBody')}</Button>
          </>
        )}
      </div>
      <footer className={styles.foot}>
        {readOnly ? (
          <p className={styles.note}>{t('app.readOnly')}</p>
        ) : (
          <SignPanel
            file={file}
            content={content}
            name={value.signedOffBy}
            onName={(signedOffBy) => change({ signedOffBy })}
            onSigned={(documentId) => {
              draft.discard();
              onSigned(documentId);
            }}
          />
        )}
        <div className={styles.row}>
          <Button onPress={() => window.print()}>{t('reports.print')}</Button>
          <DraftSaved draft={draft} />
          {draft.exists && (
            <Button variant="quiet" onPress={draft.discard}>
              {t('reports.discard')}
            </Button>
          )}
        </div>
      </footer>
    </section>
  );
}
