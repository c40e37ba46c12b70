import type { documents as original } from '../zh-CN/documents.ts';

export const documents: Record<keyof typeof original, string> = {
  'documents.title': 'Documents {n}',
  'documents.what': 'Document',
  'documents.number': 'Number',
  'documents.version': 'Version',
  'documents.state': 'State',
  'documents.state.draft': 'draft',
  'documents.state.signed': 'signed, not sent',
  'documents.state.sent': 'sent, receipt not confirmed',
  'documents.state.received': 'received',
  'documents.state.onRequest': 'made on request',
  'documents.toBeSigned': 'to be signed',
  'documents.head': 'Log',
  'documents.headNow': 'now',
  'documents.headOf': 'entry {n} {hash}',
  'documents.keep': 'Keep',
  'documents.word': 'Word',
  'documents.wordOf': '{name} as Word',
  'documents.noneSigned': 'Nothing is signed yet.',
  'documents.drafts': 'Drafts',
  'documents.hint': 'Open one to preview, print or keep it as PDF.',
};
