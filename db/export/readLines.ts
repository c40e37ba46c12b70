/** The exported log's lines, each exactly as it was written: a line that says the same in other bytes is none. */
import { type ExportLine, exportLineSchema } from '#shared/export/format.ts';

export type ReadLines = { lines: ExportLine[] /** Counted from 1. */; bad: number[] };

export function readLines(bytes: Uint8Array): ReadLines {
  const text = textOf(bytes);
  if (text === null) return { lines: [], bad: [1] };
  const written = text.split('\n');
  const bad: number[] = written.pop() === '' ? [] : [written.length + 1];
  const lines: ExportLine[] = [];
  written.forEach((line, index) => {
    const read = readLine(line);
    if (read === null) bad.push(index + 1);
    else lines.push(read);
  });
  return { lines, bad };
}

export const writeLines = (lines: readonly ExportLine[]): string =>
  lines.map((line) => `${JSON.stringify(exportLineSchema.parse(line))}\n`).join('');

function readLine(line: string): ExportLine | null {
  const parsed = exportLineSchema.safeParse(jsonOf(line));
  return parsed.success && JSON.stringify(parsed.data) === line ? parsed.data : null;
}

/** null where it is not UTF-8. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
