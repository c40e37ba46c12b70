// `npm run --silent verify -- FOLDER|ZIP`: recomputes every hash of an exported incident, without the app and without a
// database. Standard output is one JSON line, standard error one line per fault; 0 whole, 1 faults, 2 not an export.
import { runVerify } from './verify/program.ts';

process.exitCode = runVerify(process.argv.slice(2), {
  folder: process.env['INIT_CWD'] ?? process.cwd(),
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
});
