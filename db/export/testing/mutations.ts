/**
 * What may befall an export: bytes, files and lines changed, by accident or by somebody who also makes the manifest fit.
 * Every mutation yields other bytes than before.
 */
import { sha256Hex } from '#db/log/hash.ts';
import {
  attachmentsIn,
  LOG_FILE,
  MANIFEST_FILE,
  type Manifest,
  PLAN_FILE,
  SEAL_FILE,
  sealText,
} from '#shared/export/format.ts';
import { randomFrom } from '#shared/testing/random.ts';
import { jsonOf } from '../readLines.ts';
import { writeManifest } from '../verifyExport.ts';
import type { Files } from './archives.ts';

/** Whole numbers below `n`. */
export type Roll = (n: number) => number;

export function rollFrom(seed: number): Roll {
  const random = randomFrom(seed);
  return (n) => random.below(n);
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const pick = <T>(list: readonly T[], roll: Roll): T => list[roll(list.length)] as T;
const nameIn = (files: Files, roll: Roll): string => pick([...files.keys()], roll);

function flipped(bytes: Uint8Array, roll: Roll): Uint8Array {
  if (bytes.length === 0) return utf8('x');
  const changed = bytes.slice();
  const at = roll(bytes.length);
  changed[at] = (changed[at] as number) ^ (1 << roll(8));
  return changed;
}

export const ACCIDENTS: Readonly<Record<string, (files: Files, roll: Roll) => void>> = {
  flipByte(files, roll) {
    const name = nameIn(files, roll);
    files.set(name, flipped(files.get(name) as Uint8Array, roll));
  },
  removeFile: (files, roll) => void files.delete(nameIn(files, roll)),
  addFile: (files, roll) => void files.set(`documents/${roll(1e9)}.docx`, utf8('x')),
  cutFile(files, roll) {
    const name = nameIn(files, roll);
    const bytes = files.get(name) as Uint8Array;
    files.set(name, bytes.slice(0, roll(Math.max(1, bytes.length))));
  },
  lengthenFile(files, roll) {
    const name = nameIn(files, roll);
    files.set(name, Buffer.concat([files.get(name) as Uint8Array, utf8(pick(['\n', ' ', '\u0000', '{}'], roll))]));
  },
  renameFile(files, roll) {
    const name = nameIn(files, roll);
    const bytes = files.get(name) as Uint8Array;
    files.delete(name);
    files.set(`${name}x`, bytes);
  },
  swapFiles(files, roll) {
    const names = [...files.keys()];
    const first = roll(names.length);
    const second = (first + 1 + roll(names.length - 1)) % names.length;
    const [a, b] = [names[first] as string, names[second] as string];
    const bytes = files.get(a) as Uint8Array;
    files.set(a, files.get(b) as Uint8Array);
    files.set(b, bytes);
  },
};

type Json = Record<string, unknown>;

/** On the log's lines, with a manifest made to fit (but for where the log stood, which the desk knows). */
export const FORGERIES: Readonly<Record<string, (lines: string[], roll: Roll) => string[]>> = {
  cutLine: (lines, roll) => lines.toSpliced(roll(lines.length), 1),
  cutTail: (lines, roll) => lines.slice(0, lines.length - 1 - roll(lines.length - 1)),
  repeatLine(lines, roll) {
    const at = roll(lines.length);
    return lines.toSpliced(at, 0, lines[at] as string);
  },
  swapLines(lines, roll) {
    const at = roll(lines.length - 1);
    return lines.toSpliced(at, 2, lines[at + 1] as string, lines[at] as string);
  },
  addSpace: (lines, roll) => changeLine(lines, roll(lines.length), (line) => line.replace(',', ', ')),
  addJunk: (lines, roll) => lines.toSpliced(roll(lines.length + 1), 0, pick(['', '{}', 'null', `${lines[0]} `], roll)),
  changeField(lines, roll) {
    const at = roll(lines.length);
    return changeJson(lines, at, (line) => changeLeaf(line, roll));
  },
  changeActor: (lines, roll) =>
    changeEntry(lines, roll, (line) => ({ ...line, actor: { ...(line['actor'] as Json), name: `某人${roll(1e6)}` } })),
  changePayload: (lines, roll) =>
    changeEntry(lines, roll, (line) => ({
      ...line,
      payload: { ...(line['payload'] as Json), body: `{"text":"${roll(1e6)}"}` },
    })),
  movePosition: (lines, roll) =>
    changePlaced(lines, roll, (line) => ({ ...line, position: (line['position'] as number) + 1 + roll(3) })),
  /** One that a later entry continues. */
  hideEntry(lines, roll) {
    const told = lines.map((line) => JSON.parse(line) as Json);
    const named = new Set(
      told.flatMap(({ parents }) => ((parents ?? []) as Json[]).map(({ chainSeq }) => chainSeq as number)),
    );
    const places = told.flatMap(({ kind, chainSeq }, at) =>
      kind === 'entry' && named.has(chainSeq as number) ? [at] : [],
    );
    return changeJson(lines, pick(places, roll), hidden);
  },
  hideAny: (lines, roll) => changeEntry(lines, roll, hidden),
};

/** The last of its stream is named by nothing but the manifest's counts: these stay what the desk knows. */
const KEEPS_COUNTS = ['hideAny'];

function hidden({ position, chainId, chainSeq, prevHash, hash }: Json): Json {
  return { kind: 'link', position, chainId, chainSeq, prevHash, hash };
}

/** On the manifest or the plan, sealed again. */
export const OTHER_CLAIMS: Readonly<Record<string, (files: Files, manifest: Manifest, roll: Roll) => Manifest>> = {
  otherHead: (_files, manifest, roll) => ({
    ...manifest,
    head: { ...manifest.head, hash: sha256Hex(String(roll(1e9))) },
  }),
  otherCounts: (_files, manifest, roll) => ({
    ...manifest,
    log: { ...manifest.log, [pick(['entries', 'links', 'redacted'], roll)]: 1000 + roll(1000) },
  }),
  otherIncident: (_files, manifest) => ({ ...manifest, incidentId: 'other' }),
  otherPlan(files, manifest, roll) {
    files.set(PLAN_FILE, flipped(files.get(PLAN_FILE) as Uint8Array, roll));
    return manifest;
  },
  plansHash(files, manifest, roll) {
    files.set(PLAN_FILE, flipped(files.get(PLAN_FILE) as Uint8Array, roll));
    return { ...manifest, planHash: `sha256:${sha256Hex(files.get(PLAN_FILE) as Uint8Array)}` };
  },
  /** Another file in its place, and the list of files made to fit. */
  otherAttachment(files, manifest, roll) {
    const { file } = pick(attachmentsIn(manifest), roll);
    if (file !== null) files.set(file, flipped(files.get(file) as Uint8Array, roll));
    return manifest;
  },
  /** As if the log had never named it. */
  untoldAttachment(files, manifest, roll) {
    const { sha256, file } = pick(attachmentsIn(manifest), roll);
    if (file !== null) files.delete(file);
    const attachments = attachmentsIn(manifest).filter((one) => one.sha256 !== sha256);
    return { ...manifest, version: 2, attachments, files: manifest.files.filter(({ name }) => name !== file) };
  },
  attachmentNobodyNamed(files, manifest, roll) {
    const file = `attachments/${roll(1e9)}.pdf`;
    const content = utf8(`%PDF ${roll(1e9)}`);
    files.set(file, content);
    const listed = { name: file, bytes: content.length, sha256: sha256Hex(content) };
    const told = { sha256: listed.sha256, bytes: listed.bytes, name: '多出.pdf', state: 'whole' as const, file };
    return {
      ...manifest,
      version: 2,
      attachments: [...attachmentsIn(manifest), told],
      files: [...manifest.files, listed],
    };
  },
  unlistedFile(files, manifest, roll) {
    files.set(`documents/${roll(1e9)}.txt`, utf8('x'));
    return manifest;
  },
};

function changeLine(lines: readonly string[], at: number, change: (line: string) => string): string[] {
  return lines.map((line, index) => (index === at ? change(line) : line));
}
const changeJson = (lines: readonly string[], at: number, change: (line: Json) => Json): string[] =>
  changeLine(lines, at, (line) => JSON.stringify(change(JSON.parse(line) as Json)));

function changeOf(kinds: readonly string[]) {
  return (lines: readonly string[], roll: Roll, change: (line: Json) => Json): string[] => {
    const places = lines.flatMap((line, at) =>
      kinds.includes((JSON.parse(line) as { kind: string }).kind) ? [at] : [],
    );
    return changeJson(lines, pick(places, roll), change);
  };
}
const changeEntry = changeOf(['entry']);
const changePlaced = changeOf(['entry', 'link']);

/** Anything a line says, but for what it is. */
function changeLeaf(value: Json, roll: Roll): Json {
  const keys = Object.keys(value).filter((key) => key !== 'kind' && value[key] !== null);
  const key = pick(keys, roll);
  return { ...value, [key]: changed(value[key], roll) };
}

function changed(value: unknown, roll: Roll): unknown {
  if (typeof value === 'number') return value + 1 + roll(5);
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') {
    if (!/^[0-9a-f]+$/.test(value)) return `${value}${roll(10)}`;
    const at = roll(value.length);
    const digit = value[at] === '0' ? '1' : '0';
    return `${value.slice(0, at)}${digit}${value.slice(at + 1)}`;
  }
  if (Array.isArray(value))
    return [...(value as unknown[]), { chainId: 'x', chainSeq: 1, sha256: 'x', size: 1, mime: 'x', name: 'x' }];
  return changeLeaf(value as Json, roll);
}

/** Manifest and seal made to fit what the files are now: as much as anybody without the desk can do. */
function seal(files: Files, manifest: Manifest): void {
  const listed = manifest.files.map(({ name }) => {
    const bytes = files.get(name) as Uint8Array;
    return { name, bytes: bytes.length, sha256: sha256Hex(bytes) };
  });
  const text = utf8(writeManifest({ ...manifest, files: listed }));
  files.set(MANIFEST_FILE, text);
  files.set(SEAL_FILE, utf8(sealText(sha256Hex(text))));
}

const manifestOf = (files: Files): Manifest => JSON.parse(textOf(files.get(MANIFEST_FILE))) as Manifest;

function countsOf(lines: readonly string[]): Manifest['log'] {
  const kinds = lines.map((line): { kind: string; payload?: unknown } => ({ kind: '', ...(jsonOf(line) as object) }));
  return {
    entries: kinds.filter(({ kind }) => kind === 'entry').length,
    links: kinds.filter(({ kind }) => kind === 'link').length,
    redacted: kinds.filter(({ payload }) => payload === null).length,
  };
}

export type Mutation = { name: string; files: Files };

const KINDS = [
  ...Object.keys(ACCIDENTS).map((name) => ({ of: 'accident' as const, name })),
  ...Object.keys(FORGERIES).map((name) => ({ of: 'forgery' as const, name })),
  ...Object.keys(OTHER_CLAIMS).map((name) => ({ of: 'claim' as const, name })),
];

/** null where it happened to change nothing. */
export function mutate(original: ReadonlyMap<string, Uint8Array>, roll: Roll): Mutation | null {
  const files: Files = new Map(original);
  const { of, name } = pick(KINDS, roll);
  switch (of) {
    case 'accident':
      ACCIDENTS[name]?.(files, roll);
      break;
    case 'forgery': {
      const before = textOf(files.get(LOG_FILE)).trimEnd().split('\n');
      const lines = FORGERIES[name]?.(before, roll) ?? before;
      files.set(LOG_FILE, utf8(lines.map((line) => `${line}\n`).join('')));
      const manifest = manifestOf(files);
      seal(files, KEEPS_COUNTS.includes(name) ? manifest : { ...manifest, log: countsOf(lines) });
      break;
    }
    case 'claim': {
      const manifest = manifestOf(files);
      seal(files, OTHER_CLAIMS[name]?.(files, manifest, roll) ?? manifest);
    }
  }
  return same(files, original) ? null : { name, files };
}

const same = (a: ReadonlyMap<string, Uint8Array>, b: ReadonlyMap<string, Uint8Array>): boolean =>
  a.size === b.size &&
  [...a].every(([name, bytes]) => {
    const other = b.get(name);
    return other !== undefined && (other === bytes || Buffer.from(other).equals(bytes));
  });
