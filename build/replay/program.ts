/** What `build/replay.ts` does with its arguments: the exit code, and lines to two outputs. */
import { commandsJsonSchema } from './commandsSchema.ts';
import { BadFile, readScenario } from './readScenario.ts';
import { runScenario } from './runScenario.ts';

const USAGE = 'usage: npm run --silent replay -- FILE.json | - | --commands';

export type Surroundings = {
  /** Where the user stood: paths are meant from there. */
  folder: string;
  out: (line: string) => void;
  err: (line: string) => void;
};

export function runReplay(args: readonly string[], { folder, out, err }: Surroundings): 0 | 2 {
  const [argument, ...more] = args;
  if (argument === '--commands' && more.length === 0) {
    out(JSON.stringify(commandsJsonSchema()));
    return 0;
  }
  if (argument === undefined || more.length > 0 || argument.startsWith('--')) {
    err(USAGE);
    return 2;
  }
  try {
    const { scenario, rawPlan, plan } = readScenario(argument, folder);
    for (const line of runScenario(scenario, rawPlan, plan)) out(JSON.stringify(line));
    return 0;
  } catch (error) {
    if (!(error instanceof BadFile)) throw error;
    err(error.message);
    return 2;
  }
}
