/** What `build/verify.ts` does with its arguments: the exit code, and lines to two outputs. */
import { basename, resolve } from 'node:path';
import { readExport, UnreadableExport } from '#db/export/readExport.ts';
import { verifyExport } from '#db/export/verifyExport.ts';
import { type ExportFault, exportFaultText } from '#shared/export/faultText.ts';
import { attachmentsIn, type ExportedAttachment } from '#shared/export/format.ts';

const USAGE = 'usage: npm run --silent verify -- FOLDER | FILE.zip';

/** No fault of the export, which tells it itself. */
const ABSENT: Readonly<Record<ExportedAttachment['state'], string>> = {
  whole: '完好',
  missing: '已缺失',
  changed: '已与记录不符',
  redacted: '已依法遮蔽',
};
const absence = ({ name, sha256, state }: ExportedAttachment) => ({ name, sha256, state });

export type Surroundings = {
  /** Where the user stood: paths are meant from there. */
  folder: string;
  out: (line: string) => void;
  err: (line: string) => void;
};

export function runVerify(args: readonly string[], { folder, out, err }: Surroundings): 0 | 1 | 2 {
  const [path, ...more] = args;
  if (path === undefined || path === '' || path.startsWith('--') || more.length > 0) {
    err(USAGE);
    return 2;
  }
  try {
    const { files, isOriginal } = readExport(resolve(folder, path));
    const { faults: found, manifest, manifestHash } = verifyExport(files);
    const repacked: ExportFault[] = isOriginal ? [] : [{ code: 'repacked', at: basename(path) }];
    const faults = [...found, ...repacked];
    const ok = faults.length === 0;
    const { incidentId, title, isDrill, exportedAt, head } = manifest ?? {};
    const absent = manifest === null ? [] : attachmentsIn(manifest).filter(({ state }) => state !== 'whole');
    const about = { incidentId, title, isDrill, exportedAt, head, files: files.size };
    out(JSON.stringify({ ok, faults, manifestHash, ...about, absentAttachments: absent.map(absence) }));
    for (const one of absent) err(`附件不在档案中（导出时${ABSENT[one.state]}）：${one.name}`);
    for (const fault of faults) err(exportFaultText(fault));
    return ok ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UnreadableExport)) throw error;
    err(error.message);
    return 2;
  }
}
