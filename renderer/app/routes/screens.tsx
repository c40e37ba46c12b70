/** Which component is which screen. Each comes in its own file, loaded when first shown. */
import { lazy, type ReactNode } from 'react';
import type { MessageKey } from '../i18n/translator.ts';
import type { Route, Screen } from './route.ts';

const BoardScreen = lazy(async () => ({
  default: (await import('#renderer/features/board/BoardScreen.tsx')).BoardScreen,
}));
const IntakeScreen = lazy(async () => ({
  default: (await import('#renderer/features/intake/IntakeScreen.tsx')).IntakeScreen,
}));
const CallsScreen = lazy(async () => ({
  default: (await import('#renderer/features/intake/CallsScreen.tsx')).CallsScreen,
}));
const IncidentsScreen = lazy(async () => ({
  default: (await import('#renderer/features/incident/IncidentsScreen.tsx')).IncidentsScreen,
}));
const IncidentScreen = lazy(async () => ({
  default: (await import('#renderer/features/incident/IncidentScreen.tsx')).IncidentScreen,
}));
const ReportsScreen = lazy(async () => ({
  default: (await import('#renderer/features/reports/ReportsScreen.tsx')).ReportsScreen,
}));
const PhoneReportScreen = lazy(async () => ({
  default: (await import('#renderer/features/reports/PhoneReportScreen.tsx')).PhoneReportScreen,
}));
const WorkshopScreen = lazy(async () => ({
  default: (await import('#renderer/features/reports/WorkshopScreen.tsx')).WorkshopScreen,
}));
const PapersScreen = lazy(async () => ({
  default: (await import('#renderer/features/reports/PapersScreen.tsx')).PapersScreen,
}));
const IncidentReportsScreen = lazy(async () => ({
  default: (await import('#renderer/features/reports/IncidentReportsScreen.tsx')).IncidentReportsScreen,
}));
const ResponseScreen = lazy(async () => ({
  default: (await import('#renderer/features/response/ResponseScreen.tsx')).ResponseScreen,
}));
const GroupsScreen = lazy(async () => ({
  default: (await import('#renderer/features/groups/GroupsScreen.tsx')).GroupsScreen,
}));
const BulletinsScreen = lazy(async () => ({
  default: (await import('#renderer/features/bulletins/BulletinsScreen.tsx')).BulletinsScreen,
}));
const DirectoryScreen = lazy(async () => ({
  default: (await import('#renderer/features/directory/DirectoryScreen.tsx')).DirectoryScreen,
}));
const WarningsScreen = lazy(async () => ({
  default: (await import('#renderer/features/warnings/WarningsScreen.tsx')).WarningsScreen,
}));
const WarningScreen = lazy(async () => ({
  default: (await import('#renderer/features/warnings/WarningScreen.tsx')).WarningScreen,
}));
const WarningNotices = lazy(async () => ({
  default: (await import('#renderer/features/warnings/previews/WarningNotices.tsx')).WarningNotices,
}));
const TimelineScreen = lazy(async () => ({
  default: (await import('#renderer/features/timeline/TimelineScreen.tsx')).TimelineScreen,
}));
const CallTreeScreen = lazy(async () => ({
  default: (await import('#renderer/features/callTree/CallTreeScreen.tsx')).CallTreeScreen,
}));
const LogScreen = lazy(async () => ({ default: (await import('#renderer/features/log/LogScreen.tsx')).LogScreen }));
const OfficersScreen = lazy(async () => ({
  default: (await import('#renderer/features/setup/OfficersScreen.tsx')).OfficersScreen,
}));
const HandoverScreen = lazy(async () => ({
  default: (await import('#renderer/features/handover/HandoverScreen.tsx')).HandoverScreen,
}));
const RosterScreen = lazy(async () => ({
  default: (await import('#renderer/features/roster/RosterScreen.tsx')).RosterScreen,
}));
const ShiftScreen = lazy(async () => ({
  default: (await import('#renderer/features/shift/ShiftScreen.tsx')).ShiftScreen,
}));
const StatisticsScreen = lazy(async () => ({
  default: (await import('#renderer/features/statistics/StatisticsScreen.tsx')).StatisticsScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import('#renderer/features/settings/SettingsScreen.tsx')).SettingsScreen,
}));

const WallScreen = lazy(async () => ({ default: (await import('#renderer/features/wall/WallScreen.tsx')).WallScreen }));
const AlarmScreen = lazy(async () => ({
  default: (await import('#renderer/features/alarms/AlarmScreen.tsx')).AlarmScreen,
}));

/** Screens that fill a window of their own: no bar, no navigation. */
export const BARE_SCREENS: readonly Screen[] = ['wall', 'alarm'];

export const SCREEN_TITLES: Record<
  Screen,
  MessageKey &
    (
      | 'app.board'
      | 'app.intake'
      | 'app.incidents'
      | 'app.warnings'
      | 'app.response'
      | 'app.groups'
      | 'app.bulletins'
      | 'app.timeline'
      | 'app.callTree'
      | 'app.reports'
      | 'app.log'
      | 'app.calls'
      | 'app.statistics'
      | 'app.settings'
      | 'app.officers'
      | 'app.directory'
      | 'app.handover'
      | 'app.roster'
      | 'app.shift'
      | 'app.wall'
      | 'app.alarm'
    )
> = {
  board: 'app.board',
  intake: 'app.intake',
  incidents: 'app.incidents',
  incident: 'app.incidents',
  warnings: 'app.warnings',
  warning: 'app.warnings',
  response: 'app.response',
  groups: 'app.groups',
  bulletins: 'app.bulletins',
  timeline: 'app.timeline',
  callTree: 'app.callTree',
  reports: 'app.reports',
  report: 'app.reports',
  log: 'app.log',
  calls: 'app.calls',
  statistics: 'app.statistics',
  setup: 'app.officers',
  officers: 'app.officers',
  directory: 'app.directory',
  handover: 'app.handover',
  roster: 'app.roster',
  shift: 'app.shift',
  settings: 'app.settings',
  wall: 'app.wall',
  alarm: 'app.alarm',
};

export function renderScreen(route: Route): ReactNode {
  switch (route.screen) {
    case 'board':
      return <BoardScreen />;
    case 'intake':
      return <IntakeScreen fromWarningId={route.fromWarningId ?? null} />;
    case 'calls':
      return <CallsScreen />;
    case 'incidents':
      return <IncidentsScreen />;
    case 'incident':
      return <IncidentScreen incidentId={route.incidentId} />;
    case 'warnings':
      return <WarningsScreen clueId={route.clueId ?? null} />;
    case 'warning':
      return renderWarning(route);
    case 'response':
      return <ResponseScreen incidentId={route.incidentId} />;
    case 'groups':
      return <GroupsScreen incidentId={route.incidentId} tab={route.tab ?? 'tasks'} />;
    case 'bulletins':
      return <BulletinsScreen incidentId={route.incidentId} />;
    case 'timeline':
      return <TimelineScreen incidentId={route.incidentId} />;
    case 'callTree':
      return <CallTreeScreen key={`${route.of}/${route.id}`} of={route.of} id={route.id} />;
    case 'reports':
      return <ReportsScreen />;
    case 'report':
      return renderReport(route);
    case 'log':
      return <LogScreen position={route.position ?? null} />;
    // A desk that is set up has nothing left to set up but its people.
    case 'setup':
    case 'officers':
      return <OfficersScreen />;
    case 'directory':
      return <DirectoryScreen contactId={route.contactId ?? null} />;
    case 'handover':
      return <HandoverScreen />;
    case 'roster':
      return <RosterScreen />;
    case 'shift':
      return <ShiftScreen />;
    case 'statistics':
      return <StatisticsScreen />;
    case 'settings':
      return <SettingsScreen />;
    case 'wall':
      return <WallScreen />;
    case 'alarm':
      return <AlarmScreen />;
  }
}

function renderWarning({ warningId, notice }: Extract<Route, { screen: 'warning' }>): ReactNode {
  if (notice === undefined) return <WarningScreen key={warningId} warningId={warningId} />;
  return <WarningNotices warningId={warningId} notice={notice} />;
}

function renderReport({ incidentId, form, paper }: Extract<Route, { screen: 'report' }>): ReactNode {
  switch (form) {
    case 'phone':
      return <PhoneReportScreen incidentId={incidentId} />;
    case 'initial':
    case 'followUp':
    case 'final':
      return <WorkshopScreen incidentId={incidentId} report={form} />;
    case 'papers':
      return <PapersScreen incidentId={incidentId} paper={paper} />;
    case 'list':
      return <IncidentReportsScreen incidentId={incidentId} />;
  }
}
