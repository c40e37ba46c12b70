import { readNow } from '#renderer/app/clock/clock.ts';
import { Ticking } from '#renderer/app/clock/Ticking.tsx';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import styles from './Intake.module.css';
import { useIntake } from './useIntakeForm.ts';

/** What this page is, how to say what is not known, and how long this call has taken. */
export function IntakeHead({ restored, onClear }: { restored: boolean; onClear: () => void }) {
  const t = useT();
  const format = useFormat();
  const hrefOf = useHref();
  const { form } = useIntake();
  const { startedAt } = form;
  const [before = '', after = ''] = t('intake.lead', { key: '\n' }).split('\n');
  return (
    <header className={styles.head}>
      <strong className={styles.title}>{t('intake.title')}</strong>
      {restored && startedAt !== null ? (
        <output className={styles.restored}>
          {t('intake.restored', { time: format.near(startedAt, readNow()) })}{' '}
          <Button variant="plain" excludeFromTabOrder onPress={onClear}>
            {t('intake.clear')}
          </Button>
        </output>
      ) : (
        <span className={styles.lead}>
          {before}
          <Kbd>Alt /</Kbd>
          {after}
        </span>
      )}
      <span className={styles.space} />
      <a className={styles.link} href={hrefOf({ screen: 'calls' })} tabIndex={-1}>
        {t('intake.calls')}
      </a>
      <span className={styles.used}>
        {t('intake.used')}{' '}
        <Ticking text={(now) => format.duration(startedAt === null ? 0 : Math.max(0, (now - startedAt) / 1000))} />
      </span>
    </header>
  );
}
