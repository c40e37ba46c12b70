/** One found thing, as its option shows it: what it is, with the words marked, and quietly where and when. */
import { readNow } from '#renderer/app/clock/clock.ts';
import { usePostLabel } from '#renderer/app/desk/usePostLabel.ts';
import { describeEntry } from '#renderer/app/entries/describeEntry.ts';
import { useEntryContext } from '#renderer/app/entries/useEntryContext.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import type { ContactRow } from '#shared/contract/rows.ts';
import { highlight, type Part } from '#shared/domain/search/highlight.ts';
import type { Found, FoundEntry } from '#shared/domain/search/rows.ts';
import styles from './Find.module.css';
import { type MarkedPart, markParts } from './markParts.ts';

function Parts({ parts }: { parts: readonly (Part | MarkedPart)[] }) {
  return parts.map(({ text, hit }, index) =>
    hit ? (
      <mark key={index} className={styles.hit}>
        {text}
      </mark>
    ) : (
      <span key={index}>{text}</span>
    ),
  );
}

export function FoundContent({ found, text }: { found: Found; text: string }) {
  const t = useT();
  const postLabel = usePostLabel();
  switch (found.kind) {
    case 'incident':
      return (
        <>
          <span className={styles.words}>
            <Parts parts={found.parts} />
          </span>
          <span className={styles.quiet}>
            <Parts parts={found.more} /> {t(found.closedAt === null ? 'find.open' : 'find.closed')}
          </span>
        </>
      );
    case 'person': {
      const more = found.more.map((part) => part.text).join('');
      return (
        <>
          <span className={styles.words}>
            <Parts parts={found.parts} />{' '}
            {found.phone && (
              <span className={styles.number}>
                <Parts parts={found.phone} />
              </span>
            )}
          </span>
          <span className={styles.quiet}>
            {postLabel(more) === more ? <Parts parts={found.more} /> : postLabel(more)}
          </span>
        </>
      );
    }
    case 'unit':
      return (
        <>
          <span className={styles.words}>
            <Parts parts={found.parts} />
          </span>
          {found.unitId !== null && <span className={styles.quiet}>{t('find.ofUnit')}</span>}
        </>
      );
    default:
      return <EntryContent found={found} text={text} />;
  }
}

function EntryContent({ found: { row, parts, incidentTitle }, text }: { found: FoundEntry; text: string }) {
  const t = useT();
  const format = useFormat();
  const words = markParts(describeEntry(row, useEntryContext()), text);
  const isInWords = words.some(({ hit }) => hit);
  const line = <Parts parts={words} />;
  return (
    <>
      <span className={styles.words}>
        {row.struck === null ? line : <del>{line}</del>}
        {row.struck !== null && (
          <span className={styles.struck}> {t('entries.struckBecause', { reason: row.struck.reason })}</span>
        )}
        {!isInWords && parts.length > 0 && (
          <span className={styles.excerpt}>
            <Parts parts={parts} />
          </span>
        )}
      </span>
      <span className={styles.quiet}>
        {[incidentTitle, row.actor.name, format.instant(row.recordedAt, readNow())]
          .filter((part) => part !== null)
          .join(' · ')}
      </span>
    </>
  );
}

/** Of 通讯录: the number to be tried first, large. */
export function ContactContent({ contact, text }: { contact: ContactRow; text: string }) {
  const t = useT();
  const { name, unit, post, numbers } = contact;
  const [first] = numbers;
  const where = [unit, post].filter((part) => part !== undefined).join(' · ');
  return (
    <>
      <span className={styles.words}>
        <Parts parts={highlight(name, text)} />{' '}
        {first && (
          <span className={styles.number}>
            <Parts parts={highlight(first.number, text)} />
          </span>
        )}
        {numbers.length > 1 && <span className={styles.struck}> {t('find.numbers', { n: numbers.length })}</span>}
      </span>
      <span className={styles.quiet}>
        <Parts parts={highlight(where, text)} />
      </span>
    </>
  );
}
