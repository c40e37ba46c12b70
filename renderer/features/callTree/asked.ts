import type { CallStepRow } from '#shared/contract/rows.ts';

/** Which dialog is open. */
export type Asked = { kind: 'skip' | 'reopen'; step: CallStepRow } | { kind: 'add' };
