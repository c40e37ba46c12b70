/**
 * Where an incident's file stands open: which tab, and which log entry is pointed at. Kept apart from the address, so that
 * going to another incident and back finds the page as it was left.
 */
import { create } from 'zustand';
import { navigate } from './routes/navigation.ts';

export const INCIDENT_TABS = ['overview', 'figures', 'clocks', 'reports', 'documents', 'log', 'attachments'] as const;
export type IncidentTab = (typeof INCIDENT_TABS)[number];
/** Acts that need nothing more than the incident. */
export const PLAIN_ACTS = ['figures', 'conditions', 'details', 'times', 'grade', 'demand', 'merge', 'close'] as const;
export type PlainAct = (typeof PLAIN_ACTS)[number];
/** `act`: whose form was asked for from elsewhere. */
export type IncidentView = { tab: IncidentTab; entryId: string | null; act: PlainAct | null };

const FIRST: IncidentView = { tab: 'overview', entryId: null, act: null };

const useViews = create<{ views: Readonly<Record<string, IncidentView>> }>(() => ({ views: {} }));

export const useIncidentView = (incidentId: string): IncidentView =>
  useViews(({ views }) => views[incidentId] ?? FIRST);

export const setIncidentView = (incidentId: string, change: Partial<IncidentView>): void =>
  useViews.setState(({ views }) => ({
    views: { ...views, [incidentId]: { ...(views[incidentId] ?? FIRST), entryId: null, act: null, ...change } },
  }));

/** Its form is shut; the rest stays as it stands. */
export const actClosed = (incidentId: string): void =>
  useViews.setState(({ views }) => ({
    views: { ...views, [incidentId]: { ...(views[incidentId] ?? FIRST), act: null } },
  }));

/** Opens the file at a tab, or at an entry of its log. */
export function showIncident(incidentId: string, change: Partial<IncidentView> = {}): void {
  setIncidentView(incidentId, change);
  navigate({ screen: 'incident', incidentId });
}
