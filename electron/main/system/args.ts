/** The few arguments the program itself reads; Chromium's own switches pass by. */
export type MainArgs = { data: string | null };

export function readArgs(argv: readonly string[]): MainArgs {
  const at = argv.findLastIndex((word) => word === '--data' || word.startsWith('--data='));
  const word = argv[at];
  if (word === undefined) return { data: null };
  const value = word === '--data' ? argv[at + 1] : word.slice('--data='.length);
  return { data: value === undefined || value === '' || value.startsWith('--') ? null : value };
}
