/**
 * A screen about one incident that is also reached without naming it: the only open one is shown, of several one is
 * chosen. What is shown never changes by itself to another incident.
 */
import { type ReactNode, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { LevelBadge } from '#renderer/ui/LevelBadge.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { IncidentRow } from '#shared/contract/rows.ts';
import { useDesk } from '../desk/deskContext.ts';
import { Loaded } from '../desk/Loaded.tsx';
import { useDeskQuery } from '../desk/useDeskQuery.ts';
import { useFormat } from '../format/useFormat.ts';
import { useT } from '../i18n/locale.ts';
import { navigate, useHref } from '../routes/navigation.ts';
import styles from './ForIncident.module.css';

const SCREENS = ['response', 'groups', 'bulletins', 'timeline'] as const;
type Screen = (typeof SCREENS)[number];
type Props = { screen: Screen; incidentId: string | null; children: (incidentId: string) => ReactNode };

export function ForIncident({ screen, incidentId, children }: Props) {
  const query = useDeskQuery({ type: 'listIncidents', status: 'all' });
  return (
    <Loaded query={query}>
      {(incidents) => (
        <Chosen screen={screen} incidentId={incidentId} incidents={incidents}>
          {children}
        </Chosen>
      )}
    </Loaded>
  );
}

function Chosen({ screen, incidentId, incidents, children }: Props & { incidents: readonly IncidentRow[] }) {
  const t = useT();
  const { readOnly } = useDesk();
  const open = incidents.filter(({ closedAt }) => closedAt === null);
  // Decided once: another incident that comes up later does not take the page away.
  const [only] = useState(() => (open.length === 1 ? (open[0]?.incidentId ?? null) : null));
  const shown = incidentId ?? only;
  if (incidents.length === 0) {
    return (
      <EmptyState
        title={t('response.noIncident')}
        actions={
          !readOnly && (
            <Button variant="primary" size="l" kbd="F2" onPress={() => navigate({ screen: 'intake' })}>
              {t('app.intake')}
            </Button>
          )
        }
      />
    );
  }
  if (shown === null) return <IncidentList screen={screen} incidents={incidents} />;
  return children(shown);
}

function IncidentList({ screen, incidents }: { screen: Screen; incidents: readonly IncidentRow[] }) {
  const t = useT();
  const format = useFormat();
  const hrefOf = useHref();
  const { plan } = useDesk();
  return (
    <div className={styles.choose}>
      <h2>{t('response.choose')}</h2>
      <ul>
        {incidents.map(({ incidentId, title, closedAt, assessment }) => {
          const rank = plan.levels.findIndex(({ id }) => id === assessment.level);
          return (
            <li key={incidentId}>
              <a className={styles.choice} href={hrefOf({ screen, incidentId })}>
                <span className={styles.name}>{title}</span>
                {closedAt !== null && (
                  <span className={styles.quiet}>
                    {t('response.closedAt', { time: format.instant(closedAt, assessment.at) })}
                  </span>
                )}
                <LevelBadge sign={plan.levels[rank]?.sign ?? null} rank={rank} of={plan.levels.length} />
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The incident's name, the way to its file, and to the same screen of another one. */
export function IncidentTitle({ screen, incidentId, title }: { screen: Screen; incidentId: string; title: string }) {
  const t = useT();
  const hrefOf = useHref();
  const { data: incidents = [] } = useDeskQuery({ type: 'listIncidents', status: 'all' });
  const others = incidents.filter((row) => row.incidentId !== incidentId);
  return (
    <div className={styles.bar}>
      <h2 className={styles.title}>
        <a href={hrefOf({ screen: 'incident', incidentId })}>{title}</a>
      </h2>
      {others.length > 0 && (
        <Select
          className={styles.others ?? ''}
          label={t('response.otherIncident')}
          placeholder={t('response.otherIncident')}
          choices={others.map((row) => ({ id: row.incidentId, label: row.title }))}
          value={null}
          onChange={(id) => navigate({ screen, incidentId: id })}
        />
      )}
      {SCREENS.filter((each) => each !== screen).map((each) => (
        <a key={each} className={styles.link} href={hrefOf({ screen: each, incidentId })}>
          {t(`app.${each}`)}
        </a>
      ))}
    </div>
  );
}
