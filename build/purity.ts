// Keeps clock, chance and machine out of pure code: what the plan says must follow from facts and the given instant
// alone, or a replay of last year's night would not show what the officers saw.
import { identifierName, isNode, literalText, type NamedModule, type Node, walk } from './parseSource.ts';

const NAMES: Record<string, string> = {
  process: 'pass in what you need',
  crypto: 'ids and hashes come from the caller',
  performance: 'the time comes from the caller',
  globalThis: 'it reaches everything that is banned here',
  window: 'there is no DOM here',
  document: 'there is no DOM here',
  fetch: 'no I/O here',
  require: 'use import',
  setTimeout: 'no timers here',
  setInterval: 'no timers here',
  setImmediate: 'no timers here',
  requestAnimationFrame: 'no timers here',
  eval: 'never',
  Function: 'never',
};

const MEMBERS: Record<string, string> = {
  'Date.now': 'the time comes from the caller',
  'Math.random': 'chance comes from the caller',
  'Temporal.Now': 'the time comes from the caller',
};

/** date-fns functions that look at the clock. */
const CLOCK_FUNCTIONS =
  /^(is(Past|Future|Today|Tomorrow|Yesterday|This\w+)|(startOf|endOf)(Today|Tomorrow|Yesterday)|\w+ToNow\w*|constructNow)$/;

/** Parents under which an identifier is a name, not a use of the thing. */
const NAMING: Record<string, string[]> = {
  MemberExpression: ['property'],
  Property: ['key'],
  MethodDefinition: ['key'],
  PropertyDefinition: ['key'],
  TSPropertySignature: ['key'],
  TSMethodSignature: ['key'],
  TSTypeReference: ['typeName'],
  TSQualifiedName: ['left', 'right'],
  TSTypeQuery: ['exprName'],
  ImportSpecifier: ['imported'],
  ExportSpecifier: ['exported'],
  LabeledStatement: ['label'],
};

const isNaming = (parent: Node | null, key: string): boolean =>
  parent !== null && parent['computed'] !== true && (NAMING[parent.type]?.includes(key) ?? false);

/** Names that a binding pattern (a parameter, a destructuring) introduces. */
function boundNames(pattern: unknown): string[] {
  if (!isNode(pattern)) return [];
  const name = identifierName(pattern);
  if (name !== null) return [name];
  if (pattern.type === 'ObjectPattern') {
    return (pattern['properties'] as Node[]).flatMap((one) => boundNames(one['value'] ?? one['argument']));
  }
  if (pattern.type === 'ArrayPattern') return (pattern['elements'] as unknown[]).flatMap(boundNames);
  if (pattern.type === 'FormalParameter') return boundNames(pattern['pattern']);
  return boundNames(pattern['left'] ?? pattern['argument']); // default values, rest
}

/** Names the file declares itself: a parameter called `window` (of time) or `document` (an official one) is nobody's global. */
function ownNames(program: Node): Set<string> {
  const own = new Set<string>();
  walk(program, (node, parent) => {
    const add = (pattern: unknown): void => {
      for (const name of boundNames(pattern)) own.add(name);
    };
    if (node['declare'] === true || parent?.['declare'] === true) return; // `declare const process` still means the global
    if (node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration') add(node['id']);
    if (/^Import.*Specifier$/.test(node.type)) add(node['local']);
    if (node.type === 'CatchClause') add(node['param']);
    if (Array.isArray(node['params']) && /Function/.test(node.type)) for (const param of node['params']) add(param);
  });
  return own;
}

const memberName = (node: Node): string | null =>
  node['computed'] === true ? literalText(node['property']) : identifierName(node['property']);

function impurityOfCall(node: Node): string | null {
  const callee = node['callee'] as Node;
  const args = (node['arguments'] as unknown[]).length;
  const name = identifierName(callee);
  if (name === 'Date' && node.type === 'CallExpression') return 'Date() reads the clock';
  if ((name === 'Date' || name === 'TZDate') && args === 0) return `new ${name}() reads the clock`;
  if (name === 'Date' && args > 1) return "new Date(year, month, …) means the machine's time zone";
  if (callee.type !== 'MemberExpression') return null;
  const member = memberName(callee) ?? '';
  const object = identifierName(callee['object']);
  if (object === 'TZDate' && member === 'tz' && args === 1) return 'TZDate.tz(zone) reads the clock';
  if (object === 'Intl' && args === 0) return `Intl.${member}() means the machine's language`;
  if (/^toLocale\w*String$/.test(member) && args === 0) return `${member}() means the machine's language`;
  if (member === 'localeCompare' && args < 2) return "localeCompare without a language means the machine's";
  return null;
}

/** Everything in a file that lets the machine in, with its place in the text. */
export function findImpurities(program: Node, modules: NamedModule[]): { start: number; message: string }[] {
  const found: { start: number; message: string }[] = [];
  const own = ownNames(program);
  for (const { specifier, names, start } of modules) {
    if (!/^date-fns(\/|$)/.test(specifier)) continue;
    const clocked = [...names, specifier.split('/')[1] ?? ''].find((name) => CLOCK_FUNCTIONS.test(name));
    if (clocked !== undefined) found.push({ start, message: `${clocked} reads the clock` });
  }
  walk(program, (node, parent, key) => {
    const name = identifierName(node);
    if (name !== null && Object.hasOwn(NAMES, name) && !own.has(name) && !isNaming(parent, key)) {
      found.push({ start: node.start, message: `${name}: ${NAMES[name]}` });
    }
    if (node.type === 'MemberExpression') {
      const full = `${identifierName(node['object'])}.${memberName(node)}`;
      if (Object.hasOwn(MEMBERS, full)) found.push({ start: node.start, message: `${full}: ${MEMBERS[full]}` });
    }
    if (node.type === 'VariableDeclarator' && isNode(node['id']) && node['id'].type === 'ObjectPattern') {
      for (const property of node['id']['properties'] as Node[]) {
        const full = `${identifierName(node['init'])}.${identifierName(property['key'])}`;
        if (Object.hasOwn(MEMBERS, full)) found.push({ start: node.start, message: `${full}: ${MEMBERS[full]}` });
      }
    }
    if (node.type === 'CallExpression' || node.type === 'NewExpression') {
      const message = impurityOfCall(node);
      if (message !== null) found.push({ start: node.start, message });
    }
  });
  return found;
}
