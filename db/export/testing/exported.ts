/** A night with two incidents, one of them exported: between its entries stand those of the other. */

import { exportIncident } from '#db/desk/exportIncident.ts';
import { buildExport, exportFiles } from '#db/export/buildExport.ts';
import { iso, MINUTE, openIncident, readyDesk, type TestDesk } from '#db/testing/testDesk.ts';
import type { ExportFacts } from '#shared/export/facts.ts';

export const INCIDENT = 'pipe';
export const EXPORT_REQUEST = { desk: 'live', officerId: 'officer', incidentId: INCIDENT, words: {} };

export function twoIncidents(options: Parameters<typeof readyDesk>[0] = {}): TestDesk {
  const desk = readyDesk(options);
  openIncident(desk, INCIDENT);
  desk.clock.pass(MINUTE);
  openIncident(desk, 'other');
  desk.must({ type: 'AddNote', incidentId: INCIDENT, text: '首名消防员到场' });
  desk.must({ type: 'AddNote', incidentId: 'other', text: '与本事件无关的机密' });
  desk.clock.pass(MINUTE);
  desk.must({ type: 'RecordFigures', incidentId: INCIDENT, figures: { dead: 3 } });
  desk.must({
    type: 'RecordReport',
    incidentId: INCIDENT,
    reportId: 'first',
    kind: 'initial',
    form: 'phone',
    recipients: ['city'],
    sentAt: iso(desk.clock.now()),
    receiver: '市值班室李某',
  });
  desk.must({ type: 'AddNote', incidentId: 'other', text: '又一条' });
  desk.must({ type: 'AddNote', incidentId: INCIDENT, text: '<script>alert(1)</script>' });
  return desk;
}

export async function factsOf(desk: TestDesk): Promise<ExportFacts> {
  const gathered = await desk.gatherExport(EXPORT_REQUEST);
  if (!gathered.ok) throw new Error(gathered.error.code);
  return gathered.result;
}

export const filesOf = async (desk: TestDesk): Promise<Map<string, Uint8Array>> => exportFiles(await factsOf(desk));

export const exportNow = (desk: TestDesk) => exportIncident(desk, EXPORT_REQUEST, buildExport);
