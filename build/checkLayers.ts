// Part of `npm run lint`: holds every import against the table in build/layers.ts, finds circles, keeps shared/ pure.
// A small program of its own because the linters' restricted-import rules replace one another where folders overlap
// and do not see every kind of import.
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findCircles } from './circles.ts';
import { findGuardedParts } from './guardedParts.ts';
import { BEHIND_ONE_FILE, CHECKED, LAYERS, type Layer, STRANGERS } from './layers.ts';
import { namedModules, parse } from './parseSource.ts';
import { findImpurities } from './purity.ts';

export interface Violation {
  file: string;
  line: number;
  rule: 'layer' | 'package' | 'stranger' | 'alias' | 'test' | 'circle' | 'one-file' | 'purity' | 'guarded';
  message: string;
}

const isWithin = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || /\/testing\//.test(path);
const longestFirst = (a: Layer, b: Layer): number => b.folder.length - a.folder.length;
const layerOf = (path: string): Layer | undefined =>
  LAYERS.toSorted(longestFirst).find(({ folder }) => isWithin(path, folder));

/** The direct subfolder of a folder of strangers that a file lives in, such as renderer/features/board. */
function houseOf(path: string): string | null {
  const street = STRANGERS.find((folder) => isWithin(path, folder));
  return street === undefined
    ? null
    : path
        .split('/')
        .slice(0, street.split('/').length + 1)
        .join('/');
}

/** The file of ours that an import means, as a path from the root; null for a package. */
export function targetOf(file: string, specifier: string): string | null {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('#')) return posix.normalize(bare.slice(1));
  return bare.startsWith('.') ? posix.join(posix.dirname(file), bare) : null;
}

const coversPackage = (entry: string, specifier: string): boolean =>
  /[:/]$/.test(entry) ? specifier.startsWith(entry) : specifier === entry || specifier.startsWith(`${entry}/`);

type Finding = Pick<Violation, 'rule' | 'message'>;

function judgeOurs(file: string, specifier: string, target: string, layer: Layer): Finding | null {
  const top = (path: string): string => path.split('/')[0] ?? '';
  if (top(target) !== top(file) && !specifier.startsWith('#')) {
    return { rule: 'alias', message: `"${specifier}" leaves ${top(file)}/: write #${target}` };
  }
  if (isTest(target) && !isTest(file)) return { rule: 'test', message: `"${specifier}" is only for tests` };
  const [own, other] = [houseOf(file), houseOf(target)];
  if (own !== null && other !== null && own !== other) {
    return { rule: 'stranger', message: `${own} may not know ${other}: move what both need to ui/, app/ or shared/` };
  }
  if (isWithin(target, layer.folder) && !(layer.except ?? []).some((folder) => isWithin(target, folder))) return null;
  const allowed = [...layer.ours, ...(isTest(file) ? (layer.tests?.ours ?? []) : [])];
  const fits = allowed.some((folder) => isWithin(target, folder));
  if (fits && !(layer.except ?? []).some((folder) => isWithin(target, folder))) return null;
  return { rule: 'layer', message: `${layer.folder} may not import ${target}; it may import ${allowed.join(', ')}` };
}

function judgePackage(file: string, specifier: string, layer: Layer): Finding | null {
  const allowed = [...layer.packages, ...(isTest(file) ? (layer.tests?.packages ?? []) : [])];
  if (allowed.some((entry) => coversPackage(entry, specifier))) return null;
  const hint =
    isBuiltin(specifier) && !specifier.startsWith('node:') ? ` (built-ins are written node:${specifier})` : '';
  return { rule: 'package', message: `${layer.folder} may not import "${specifier}"${hint}` };
}

function listFiles(root: string): string[] {
  return CHECKED.flatMap((folder) => {
    try {
      const names = readdirSync(new URL(`${folder}/`, pathToFileURL(`${root}/`)), {
        recursive: true,
        encoding: 'utf8',
      });
      return names.map((name) => posix.join(folder, name.replaceAll('\\', '/')));
    } catch {
      return []; // a folder that does not exist yet
    }
  })
    .filter((path) => /\.(ts|tsx|mts|cts|js|mjs|cjs|jsx)$/.test(path))
    .sort();
}

export function checkLayers(root: string): Violation[] {
  const violations: Violation[] = [];
  const graph = new Map<string, Map<string, number>>();
  const behindOneFile = new Map<string, string[]>();

  for (const file of listFiles(root)) {
    const text = readFileSync(`${root}/${file}`, 'utf8');
    const lineAt = (start: number): number => text.slice(0, start).split('\n').length;
    const program = parse(file, text);
    const modules = namedModules(program);
    const layer = layerOf(file);
    const edges = new Map<string, number>();
    graph.set(file, edges);
    if (layer === undefined) continue; // cannot be: CHECKED names the first folder of every row

    for (const { specifier, start } of modules) {
      const target = targetOf(file, specifier);
      const line = lineAt(start);
      if (target !== null) edges.set(target, line);
      const finding =
        target === null ? judgePackage(file, specifier, layer) : judgeOurs(file, specifier, target, layer);
      if (finding !== null) violations.push({ file, line, ...finding });
      if (BEHIND_ONE_FILE.includes(specifier) && !isTest(file)) {
        behindOneFile.set(specifier, [...new Set([...(behindOneFile.get(specifier) ?? []), file])]);
      }
    }
    if (layer.pure === true && !isTest(file)) {
      for (const { start, message } of findImpurities(program, modules)) {
        violations.push({ file, line: lineAt(start), rule: 'purity', message });
      }
    }
    if (!isTest(file)) {
      for (const { start, message } of findGuardedParts(file, program)) {
        violations.push({ file, line: lineAt(start), rule: 'guarded', message });
      }
    }
  }
  for (const [name, files] of behindOneFile) {
    for (const file of files.length > 1 ? files : []) {
      violations.push({
        file,
        line: 1,
        rule: 'one-file',
        message: `only one file may import ${name}: ${files.join(', ')}`,
      });
    }
  }
  for (const circle of findCircles(graph)) {
    const [first = '', second = ''] = circle;
    const line = graph.get(first)?.get(second) ?? 1;
    violations.push({ file: first, line, rule: 'circle', message: `circle: ${[...circle, first].join(' → ')}` });
  }
  return violations;
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  const violations = checkLayers(fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, ''));
  for (const { file, line, rule, message } of violations) console.log(`${file}:${line} [${rule}] ${message}`);
  if (violations.length > 0) process.exitCode = 1;
  console.log(`layers: ${violations.length} violations`);
}
