/** One line to the terminal. Callers never put addresses, tokens or contents of entries into it. */
export const log = (line: string): void => void process.stderr.write(`watchdesk: ${line}\n`);
