import { expect, test } from 'vitest';
import { parseArgs } from './args.ts';

const run = { open: true, port: null, data: null };

test.each([
  ['nothing', [], run],
  ['--no-open', ['--no-open'], { ...run, open: false }],
  ['--port 8080', ['--port', '8080'], { ...run, port: 8080 }],
  ['--port=0 is any free port', ['--port=0'], { ...run, port: 0 }],
  ['--data DIR', ['--data', '/srv/值守'], { ...run, data: '/srv/值守' }],
  ['--data=DIR with an equals sign in it', ['--data=/srv/a=b'], { ...run, data: '/srv/a=b' }],
  ['all together', ['--no-open', '--port', '1', '--data', 'x'], { open: false, port: 1, data: 'x' }],
])('%s', (_, argv, args) => {
  expect(parseArgs(argv)).toEqual({ kind: 'run', args });
});

test.each([
  ['an unknown flag', ['--prot', '80'], '--prot'],
  ['a stray word', ['desk.db'], 'desk.db'],
  ['a port without number', ['--port'], '--port'],
  ['a port that is none', ['--port', '80a'], '--port'],
  ['a port out of range', ['--port', '65536'], '--port'],
  ['a negative port', ['--port', '-1'], '--port'],
  ['no folder', ['--data'], '--data'],
  ['an empty folder', ['--data='], '--data'],
])('refused, naming it: %s', (_, argv, named) => {
  const parsed = parseArgs(argv);
  expect(parsed.kind).toBe('wrong');
  expect(parsed.kind === 'wrong' && parsed.message).toContain(named);
});

test('--help wins', () => {
  expect(parseArgs(['--no-open', '--help']).kind).toBe('help');
});
