/** Where an export is read from. Plain data: it crosses a thread. */
import type { ExportRequest } from '#shared/contract/deskApi.ts';
import type { DeskKind } from '#shared/contract/rows.ts';
import type { ExportFacts } from '#shared/export/facts.ts';

export type FileSource = {
  from: 'file';
  path: string;
  kind: DeskKind;
  appVersion: string;
  exportedAt: number;
  /** The last entry that is told. */
  upTo: number;
  request: ExportRequest;
};
export type ExportSource = FileSource | { from: 'desk'; facts: ExportFacts };
