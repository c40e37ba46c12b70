/** What runs here and where it keeps things: version, plan and its hash, folder, backups, the chain's head. */
import type { ReactNode } from 'react';
import { useNow } from '#renderer/app/clock/clock.ts';
import { useHostInfo } from '#renderer/app/desk/hostInfo.ts';
import { useQueryOf } from '#renderer/app/desk/useDeskQuery.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { DeskRow, HealthRow } from '#shared/contract/rows.ts';
import styles from './Settings.module.css';

export function AboutPanel({ desk }: { desk: DeskRow }) {
  const t = useT();
  const info = useHostInfo((host) => host.info);
  const { data: health } = useQueryOf(desk.deskId, { type: 'getHealth' });
  const plan = info?.plans.find(({ planId }) => planId === desk.planId);
  return (
    <Panel title={t('settings.about')}>
      <dl className={styles.facts}>
        {info && (
          <Fact name={t('settings.about.version')}>
            {t('settings.about.versionText', { version: info.version, engine: info.engineVersion })}
          </Fact>
        )}
        <Fact name={t('settings.about.plan')}>
          {plan ? `${plan.title}（${plan.documentNumber}，${plan.version}）` : desk.planId}
        </Fact>
        <Fact name={t('settings.about.planHash')}>{desk.planHash}</Fact>
        <Fact name={t('settings.about.chain')}>
          {t('settings.about.chainText', { n: desk.logLength.toLocaleString('en-US'), hash: desk.headHash })}
        </Fact>
        {health && (
          <Fact name={t('settings.about.backups')}>
            <Backups health={health} />
          </Fact>
        )}
        {info && <Fact name={t('settings.about.folder')}>{info.dataFolder}</Fact>}
      </dl>
    </Panel>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

function Backups({ health: { backups, lastBackupAt, unsavedSince } }: { health: HealthRow }) {
  const t = useT();
  const now = useNow();
  const format = useFormat();
  const made =
    lastBackupAt === null
      ? t('settings.about.backupsNone')
      : t('settings.about.backupsText', { n: backups, time: format.near(lastBackupAt, now) });
  return (
    <>
      {made}
      {unsavedSince !== null && (
        <p className={styles.hint}>{t('settings.about.unsaved', { time: format.near(unsavedSince, now) })}</p>
      )}
    </>
  );
}
