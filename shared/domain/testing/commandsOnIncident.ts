/** Test support: the usual commands on the incident that `call()` opens. */
import type { CommandInput } from '../commands.ts';

export const incidentId = 'i1';
export const figures = (values: Record<string, number | string>, more = {}): CommandInput => ({
  type: 'RecordFigures',
  incidentId,
  figures: values,
  ...more,
});
export const phone = (reportId: string, more = {}): CommandInput => ({
  type: 'RecordReport',
  incidentId,
  reportId,
  kind: 'initial',
  form: 'phone',
  recipients: ['city'],
  ...more,
});
export const written = (reportId: string, more = {}) =>
  phone(reportId, { form: 'written', signedOffBy: '主任', ...more });
export const demand = (demandId: string): CommandInput => ({
  type: 'RecordDemand',
  incidentId,
  demandId,
  from: 'city',
  what: '核实人数',
});
export const determine = (grade: string): CommandInput => ({ type: 'DetermineGrade', incidentId, grade });
export const close = (more = {}): CommandInput => ({ type: 'CloseIncident', incidentId, reason: '处置完毕', ...more });
export const strike = (strikes: string, more = {}): CommandInput => ({
  type: 'StrikeEntry',
  incidentId,
  strikes,
  reason: '记错',
  ...more,
});
