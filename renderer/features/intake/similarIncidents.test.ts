import { describe, expect, it } from 'vitest';
import type { IncidentRow } from '#shared/domain/rows.ts';
import { jincheng } from '#shared/plan/testing/testIncident.ts';
import { similarIncident } from './similarIncidents.ts';

const plan = jincheng();
const incident = (incidentId: string, details: Record<string, string | null>) =>
  ({
    incidentId,
    details: Object.fromEntries(
      Object.entries(details).map(([detail, value]) => [
        detail,
        { detail, value, entryId: 'e', recordedAt: 0, source: null },
      ]),
    ),
  }) as unknown as IncidentRow;

const zezhou = incident('zezhou', { area: 'zezhou', place: '金村镇东2公里，排水暗渠', operator: '某输油处' });
const gaoping = incident('gaoping', { area: 'gaoping', place: '三号阀室' });
const suggest = (details: Record<string, string | null>) =>
  similarIncident(plan, { details }, [gaoping, zezhou])?.incidentId ?? null;

describe('which open incident a call may be about', () => {
  it.each<[string, Record<string, string | null>, string | null]>([
    ['the same area by its label', { area: '泽州县' }, 'zezhou'],
    ['the same words for the place', { place: '金村镇东2公里那边' }, 'zezhou'],
    ['the same words, but another area', { area: '高平市', place: '金村镇东2公里' }, 'gaoping'],
    ['too few words in common', { place: '金村' }, null],
    ['another place', { area: '城区', place: '黄华街' }, null],
    ['nothing said yet', {}, null],
    ['正在核实', { area: null, place: null }, null],
  ])('%s', (_, details, expected) => expect(suggest(details)).toBe(expected));
});
