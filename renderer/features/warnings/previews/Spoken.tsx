/** What goes out as a text message and over loudspeakers, as it will be read and heard [plan 3.4.2]. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { classes } from '#renderer/ui/classes.ts';
import { MOST_MESSAGE_CHARACTERS } from '#shared/domain/warning/commands.ts';
import { messageSize } from '#shared/domain/warning/content.ts';
import { loudspeakerText, messageText, type WarningText } from '#shared/domain/warning/texts.ts';
import { CopyText } from './CopyText.tsx';
import styles from './Previews.module.css';

export function Spoken({ text }: { text: WarningText }) {
  const t = useT();
  const { plan } = useDesk();
  const { warnings } = plan;
  if (warnings === undefined) return null;
  const spoken = loudspeakerText(plan, warnings, text);
  return (
    <>
      <Message words={messageText(plan, warnings, text)} />
      <section className={styles.part} aria-label={t('warnings.loudspeaker')}>
        <div className={styles.partHead}>
          <h3 className={styles.partTitle}>{t('warnings.loudspeaker')}</h3>
          <CopyText words={spoken} name={t('warnings.loudspeaker')} />
        </div>
        <p className={styles.words} lang="zh-CN">
          {spoken}
        </p>
      </section>
    </>
  );
}

/** Too long it is not sent: what stands beyond the limit is marked, and the officer writes it shorter. */
function Message({ words }: { words: string }) {
  const t = useT();
  const most = MOST_MESSAGE_CHARACTERS;
  const size = messageSize(words);
  const characters = Array.from(words);
  const beyond = characters.slice(most).join('');
  return (
    <section className={styles.part} aria-label={t('warnings.asMessage')}>
      <div className={styles.partHead}>
        <h3 className={styles.partTitle}>{t('warnings.asMessage')}</h3>
        <span className={classes(styles.size, size > most && styles.tooLong)}>
          {t('warnings.messageSize', { n: size, most })}
        </span>
        <CopyText words={words} name={t('warnings.asMessage')} />
      </div>
      <p className={styles.words} lang="zh-CN">
        {characters.slice(0, most).join('')}
        {beyond !== '' && <mark className={styles.beyond}>{beyond}</mark>}
      </p>
      {beyond !== '' && <p className={styles.tooLong}>{t('warnings.messageBeyond', { n: size - most })}</p>}
    </section>
  );
}
