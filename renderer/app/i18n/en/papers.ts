/** Texts of papers and of how they are headed. */
export const papers = {
  'papers.kind.signed': 'Signed report',
  'papers.kind.calls': 'Call register',
  'papers.kind.script': 'Phone script',
  'papers.kind.phone': 'Record of a phone report',
  'papers.kind.notice': 'Response notice',
  'papers.kind.instruction': 'Instruction sheet',
  'papers.kind.warning': 'Warning notice',
  'papers.kind.log': 'Duty log',
  'papers.kind.evaluation': 'Evaluation record',
};
