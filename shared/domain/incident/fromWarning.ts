/** The warning an incident came from; null where there was none. */
import type { IncidentFile } from '../rows.ts';
import type { IncidentEventPayload } from './events.ts';

export function fromWarning({ entries }: Pick<IncidentFile, 'entries'>): string | null {
  const opened = entries.find(({ type }) => type === 'IncidentOpened');
  return (opened?.payload as IncidentEventPayload<'IncidentOpened'> | undefined)?.warningId ?? null;
}
