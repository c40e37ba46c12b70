/**
 * A document as it is printed: the same parts the Word file is made of, by GB/T 9704-2012. Always Chinese, it is an
 * official paper. Fonts are named as the standard asks and fall back; none is embedded.
 */
import { type CSSProperties, useEffect } from 'react';
import { useT } from '#renderer/app/i18n/locale.ts';
import { classes } from '#renderer/ui/classes.ts';
import {
  DRILL_LINE,
  type OfficialDocument,
  type Part,
  partsOf,
  type ReferencePart,
  type TextPart,
} from '#shared/documents/document.ts';
import { closingIndents, mastheadSize } from '#shared/documents/layout.ts';
import { tableType } from '#shared/documents/sheet.ts';
import { Lines } from './Lines.tsx';
import styles from './OfficialPaper.module.css';
import { PaperDrawing } from './PaperDrawing.tsx';
import { PaperTable } from './PaperTable.tsx';

export function OfficialPaper({ document }: { document: OfficialDocument }) {
  const t = useT();
  useFileName(document.title);
  const type = tableType(document);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by keyboard [WCAG 2.1.1]
    <section className={styles.desk} aria-label={t('reports.previewArea')} tabIndex={0}>
      <article
        className={classes(styles.paper, document.form === 'sheet' && styles.sheet, document.isDrill && styles.drill)}
        aria-label={t('reports.preview')}
        lang="zh-CN"
        style={{ '--table-size': type.size, '--table-line': type.line } as CSSProperties}
      >
        {document.isDrill && <p className={styles.drillLine}>{DRILL_LINE}</p>}
        {partsOf(document).map((part, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- parts have no identity but their place
          <PartView key={index} part={part} document={document} />
        ))}
      </article>
    </section>
  );
}

function PartView({ part, document }: { part: Part; document: OfficialDocument }) {
  switch (part.role) {
    case 'table':
      return <PaperTable table={part} />;
    case 'reference':
      return <ReferenceView reference={part} />;
    case 'annex':
      return <PaperDrawing drawing={part.drawing} />;
    default:
      return <TextView part={part} document={document} />;
  }
}

/** Number left, 签发人 right with the name in 楷体; under them the red rule. */
function ReferenceView({ reference: { left, right } }: { reference: ReferencePart }) {
  return (
    <p className={styles.reference}>
      <span>{left}</span>
      {right !== '' && (
        <span>
          {right.slice(0, 4)}
          <span className={styles.signer}>{right.slice(4)}</span>
        </span>
      )}
    </p>
  );
}

function TextView({ part: { role, text }, document }: { part: TextPart; document: OfficialDocument }) {
  const words = <Lines text={text} />;
  switch (role) {
    case 'masthead':
      return (
        <p className={styles.masthead} style={{ '--masthead': mastheadSize(text) } as CSSProperties}>
          {words}
        </p>
      );
    case 'title':
      return <h2 className={classes(styles.title, document.masthead !== null && styles.underHead)}>{words}</h2>;
    case 'heading1':
      return <h3 className={styles.heading1}>{words}</h3>;
    case 'heading2':
      return <h4 className={styles.heading2}>{words}</h4>;
    case 'unit':
    case 'date': {
      const { unit = '', date = '' } = document.closing ?? {};
      return (
        <p className={styles[role]} style={{ '--indent': closingIndents(unit, date)[role] } as CSSProperties}>
          {words}
        </p>
      );
    }
    default:
      return <p className={styles[role]}>{words}</p>;
  }
}

/** The browser names a saved PDF after the page's title. */
function useFileName(title: string): void {
  useEffect(() => {
    let before = '';
    const begin = () => {
      before = window.document.title;
      window.document.title = title;
    };
    const end = () => {
      window.document.title = before;
    };
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, [title]);
}
