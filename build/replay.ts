// `npm run --silent replay -- FILE.json`: plays a scenario through a real desk in memory, on the scenario's clock, and
// prints one JSON line per step. `-` reads standard input, `--commands` prints the JSON Schema of every command.
// Standard output carries JSON Lines only; a bad file is told on stderr and ends with 2.
import { commandsJsonSchema } from './replay/commandsSchema.ts';
import { BadFile, readScenario } from './replay/readScenario.ts';
import { runScenario } from './replay/runScenario.ts';

const USAGE = 'usage: npm run --silent replay -- FILE.json | - | --commands';

function main(args: readonly string[]): number {
  const [argument, ...more] = args;
  if (argument === undefined || more.length > 0) return refuse(USAGE);
  if (argument === '--commands') {
    print(commandsJsonSchema());
    return 0;
  }
  if (argument.startsWith('--')) return refuse(USAGE);
  try {
    const { scenario, rawPlan, plan } = readScenario(argument, process.env['INIT_CWD'] ?? process.cwd());
    for (const line of runScenario(scenario, rawPlan, plan)) print(line);
    return 0;
  } catch (error) {
    if (error instanceof BadFile) return refuse(error.message);
    throw error;
  }
}

function print(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n`);
  return 2;
}

// Whoever reads may stop reading (`| head`): that is no fault of the scenario.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
process.exitCode = main(process.argv.slice(2));
