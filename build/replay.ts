// `npm run --silent replay -- FILE.json`: plays a scenario through a real desk in memory, on the scenario's clock, and
// prints one JSON line per step. `-` reads standard input, `--commands` prints the JSON Schema of every command.
// Standard output carries JSON Lines only; a bad file is told on stderr and ends with 2.
import { runReplay } from './replay/program.ts';

// Whoever reads may stop reading (`| head`): that is no fault of the scenario.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
process.exitCode = runReplay(process.argv.slice(2), {
  folder: process.env['INIT_CWD'] ?? process.cwd(),
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
});
