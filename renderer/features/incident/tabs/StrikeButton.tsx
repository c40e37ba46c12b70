import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { IncidentFile } from '#shared/domain/rows.ts';
import { canStrike } from '../acts/striking.ts';
import { useActs } from '../acts/useActs.ts';

/** 划去…, only where the entry can be struck and the incident still takes it. */
export function StrikeButton({ file, entryId }: { file: IncidentFile; entryId: string }) {
  const t = useT();
  const acts = useActs();
  const entry = file.entries.find((row) => row.entryId === entryId);
  if (entry === undefined || !canStrike(entry) || !acts.may('strike')) return null;
  return (
    <Button variant="quiet" onPress={() => acts.open({ kind: 'strike', entry })}>
      {t('incident.act.strike')}
    </Button>
  );
}
