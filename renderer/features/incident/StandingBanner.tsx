/** A closed or merged incident says what it still takes, and how to go on. */

import { readNow } from '#renderer/app/clock/clock.ts';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import { Banner } from '#renderer/ui/Banner.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import type { IncidentFile } from '#shared/domain/rows.ts';
import { standingOf } from './acts/acts.ts';
import { canStrike } from './acts/striking.ts';
import { useActs } from './acts/useActs.ts';

export function StandingBanner({ file }: { file: IncidentFile }) {
  const t = useT();
  const format = useFormat();
  const acts = useActs();
  const standing = standingOf(file);
  if (standing === 'open') return null;
  if (standing === 'merged') return <Merged into={file.mergedInto ?? ''} />;
  const closing = file.entries.findLast((entry) => entry.type === 'IncidentClosed' && canStrike(entry));
  const actions = acts.may('strike') && closing !== undefined && (
    <Button onPress={() => acts.open({ kind: 'strike', entry: closing })}>{t('incident.reopen')}</Button>
  );
  return (
    <Banner actions={actions}>{t('incident.isClosed', { time: format.instant(file.closedAt ?? 0, readNow()) })}</Banner>
  );
}

function Merged({ into }: { into: string }) {
  const t = useT();
  const hrefOf = useHref();
  const { data: target } = useDeskQuery({ type: 'getIncident', incidentId: into });
  return (
    <Banner>
      {t('incident.isMerged')} <a href={hrefOf({ screen: 'incident', incidentId: into })}>{target?.title ?? into}</a>
    </Banner>
  );
}
