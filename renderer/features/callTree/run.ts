import type { CallTreeFile } from '#shared/contract/rows.ts';

export type Run = CallTreeFile['runs'][number];
/** The one that is shown. */
export type ShownRun = NonNullable<CallTreeFile['run']>;
