/**
 * The paper as it will be printed: A4, title centred, addressee, body, unit, who signed, date. Always Chinese, it is an
 * official document. Fonts are named as the standard asks and fall back; none is embedded.
 */
import { useEffect } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { translateZh } from '#renderer/app/i18n/translator.ts';
import { classes } from '#renderer/ui/classes.ts';
import type { DocumentContent } from '#shared/domain/incident/events.ts';
import styles from './Paper.module.css';
import { paperLayout } from './paperLayout.ts';

type Props = { content: DocumentContent; signedOffBy: string | null };

export function Paper({ content, signedOffBy }: Props) {
  const t = useT();
  const { desk } = useDesk();
  const isDrill = desk.kind !== 'live';
  const { addressee, paragraphs, closing } = paperLayout(content.body);
  useFileName(content.title);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by keyboard [WCAG 2.1.1]
    <section className={styles.desk} aria-label={t('reports.previewArea')} tabIndex={0}>
      <article
        className={classes(styles.paper, isDrill && styles.drill)}
        aria-label={t('reports.preview')}
        lang="zh-CN"
      >
        {isDrill && <p className={styles.drillLine}>{translateZh('reports.drillLine')}</p>}
        <p className={styles.signed}>
          {signedOffBy === null
            ? translateZh('reports.unsigned')
            : translateZh('reports.signedLine', { name: signedOffBy })}
        </p>
        <h2 className={styles.title}>{content.title}</h2>
        {addressee !== null && <p className={styles.addressee}>{addressee}</p>}
        {paragraphs.map((text, index) => (
          <p key={`${index} ${text.slice(0, 12)}`} className={styles.paragraph}>
            {text}
          </p>
        ))}
        <div className={styles.closing}>
          {closing.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      </article>
    </section>
  );
}

/** The browser names a saved PDF after the page's title. */
function useFileName(title: string): void {
  useEffect(() => {
    let before = '';
    const begin = () => {
      before = document.title;
      document.title = title;
    };
    const end = () => {
      document.title = before;
    };
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, [title]);
}
