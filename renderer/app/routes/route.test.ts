import { describe, expect, it } from 'vitest';
import { formatPlace, type Place, parsePlace } from './route.ts';

const places: [string, Place][] = [
  ['#/board', { deskId: null, route: { screen: 'board' } }],
  ['#/incident', { deskId: null, route: { screen: 'incidents' } }],
  ['#/incident/i-1', { deskId: null, route: { screen: 'incident', incidentId: 'i-1' } }],
  ['#/response', { deskId: null, route: { screen: 'response', incidentId: null } }],
  ['#/response/i-1', { deskId: null, route: { screen: 'response', incidentId: 'i-1' } }],
  ['#/groups/i-1', { deskId: null, route: { screen: 'groups', incidentId: 'i-1' } }],
  ['#/groups/i-1/instructions', { deskId: null, route: { screen: 'groups', incidentId: 'i-1', tab: 'instructions' } }],
  ['#/bulletins/i-1', { deskId: null, route: { screen: 'bulletins', incidentId: 'i-1' } }],
  ['#/timeline', { deskId: null, route: { screen: 'timeline', incidentId: null } }],
  ['#/timeline/i-1', { deskId: null, route: { screen: 'timeline', incidentId: 'i-1' } }],
  ['#/report', { deskId: null, route: { screen: 'reports' } }],
  ['#/report/i-1', { deskId: null, route: { screen: 'report', incidentId: 'i-1', form: 'list' } }],
  ['#/report/i-1/phone', { deskId: null, route: { screen: 'report', incidentId: 'i-1', form: 'phone' } }],
  ['#/report/i-1/initial', { deskId: null, route: { screen: 'report', incidentId: 'i-1', form: 'initial' } }],
  ['#/settings', { deskId: null, route: { screen: 'settings' } }],
  ['#/report/i-1/followUp', { deskId: null, route: { screen: 'report', incidentId: 'i-1', form: 'followUp' } }],
  [
    '#/report/i-1/papers/notice%3Ae1',
    { deskId: null, route: { screen: 'report', incidentId: 'i-1', form: 'papers', paper: 'notice:e1' } },
  ],
  ['#/report/i-1/papers', { deskId: null, route: { screen: 'report', incidentId: 'i-1', form: 'papers' } }],
  ['#/directory', { deskId: null, route: { screen: 'directory' } }],
  ['#/statistics', { deskId: null, route: { screen: 'statistics' } }],
  ['#/roster', { deskId: null, route: { screen: 'roster' } }],
  ['#/shift', { deskId: null, route: { screen: 'shift' } }],
  ['#/handover', { deskId: null, route: { screen: 'handover' } }],
  ['#/wall', { deskId: null, route: { screen: 'wall' } }],
  ['#/alarm', { deskId: null, route: { screen: 'alarm' } }],
  ['#/directory', { deskId: null, route: { screen: 'directory' } }],
  ['#/directory/c%2F1', { deskId: null, route: { screen: 'directory', contactId: 'c/1' } }],
  ['#/intake', { deskId: null, route: { screen: 'intake' } }],
  ['#/intake/w-1', { deskId: null, route: { screen: 'intake', fromWarningId: 'w-1' } }],
  ['#/warnings', { deskId: null, route: { screen: 'warnings' } }],
  ['#/warnings/w%2F1', { deskId: null, route: { screen: 'warning', warningId: 'w/1' } }],
  ['#/warnings/w-1/notice/2', { deskId: null, route: { screen: 'warning', warningId: 'w-1', notice: '2' } }],
  ['#/warnings/clue/k-1', { deskId: null, route: { screen: 'warnings', clueId: 'k-1' } }],
  ['#/warnings/clue', { deskId: null, route: { screen: 'warning', warningId: 'clue' } }],
  ['#/call-tree/incident/i-1', { deskId: null, route: { screen: 'callTree', of: 'incident', id: 'i-1' } }],
  ['#/call-tree/warning/w%2F1', { deskId: null, route: { screen: 'callTree', of: 'warning', id: 'w/1' } }],
  ['#/log', { deskId: null, route: { screen: 'log' } }],
  ['#/log/17', { deskId: null, route: { screen: 'log', position: 17 } }],
  ['#/@practice-1/log', { deskId: 'practice-1', route: { screen: 'log' } }],
];

describe('the address names the screen and the desk', () => {
  it.each(places)('%s', (hash, place) => {
    expect(parsePlace(hash)).toEqual(place);
    expect(formatPlace(place)).toBe(hash);
  });

  it('a position that is none is the newest', () => {
    expect(parsePlace('#/log/x').route).toEqual({ screen: 'log' });
  });

  it('an unknown tab of the groups is the first', () => {
    expect(parsePlace('#/groups/i-1/nonsense').route).toEqual({ screen: 'groups', incidentId: 'i-1' });
  });

  it.each(['', '#', '#/', '#/nonsense', '#/incidents', '#/call-tree', '#/call-tree/incident', '#/%E0%A4%A'])(
    '%j falls back to the board',
    (hash) => {
      expect(parsePlace(hash)).toEqual({ deskId: null, route: { screen: 'board' } });
    },
  );
});
