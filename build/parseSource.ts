// One source file as build/checkLayers.ts needs it: its syntax tree, a way to walk it, and every module it names.
import { parseSync } from 'vite'; // oxc's parser, which vite brings along

/** A node of the syntax tree (ESTree with TypeScript's additions), seen generically. */
export interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

export interface NamedModule {
  specifier: string;
  start: number;
  /** What is imported by name; empty for namespace, default, dynamic and type imports. */
  names: string[];
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

export function parse(path: string, text: string): Node {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  return program as unknown as Node;
}

/** Visits every node below `node`, parents first, telling under which key of which parent it hangs. */
export function walk(node: Node, visit: (node: Node, parent: Node | null, key: string) => void): void {
  const go = (current: Node, parent: Node | null, key: string): void => {
    visit(current, parent, key);
    for (const [name, value] of Object.entries(current)) {
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) go(child, current, name);
    }
  };
  go(node, null, '');
}

/** The text of a string literal or of a template without holes; otherwise null. */
export function literalText(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : null;
  if (node.type === 'TSLiteralType') return literalText(node['literal']);
  const quasis = node['quasis'];
  if (node.type !== 'TemplateLiteral' || !Array.isArray(quasis) || quasis.length !== 1) return null;
  return (quasis[0] as { value: { cooked: string } }).value.cooked;
}

export const identifierName = (node: unknown): string | null =>
  isNode(node) && node.type === 'Identifier' ? String(node['name']) : null;

/** The module a node names, if it names one: import, re-export, import(), import type, typeof import(), require(). */
function moduleNamedBy(node: Node): string | null {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
      return literalText(node['source']);
    case 'TSImportType':
      return literalText(node['source'] ?? node['argument']);
    case 'TSExternalModuleReference':
      return literalText(node['expression']);
    case 'CallExpression': {
      const isRequire = identifierName(node['callee']) === 'require';
      return isRequire ? literalText((node['arguments'] as unknown[])[0]) : null;
    }
    default:
      return null;
  }
}

export function namedModules(program: Node): NamedModule[] {
  const found: NamedModule[] = [];
  walk(program, (node) => {
    const specifier = moduleNamedBy(node);
    if (specifier === null) return;
    const specifiers = Array.isArray(node['specifiers']) ? (node['specifiers'] as Node[]) : [];
    const names = specifiers.map((one) => identifierName(one['imported'])).filter((name) => name !== null);
    found.push({ specifier, start: node.start, names });
  });
  return found;
}
