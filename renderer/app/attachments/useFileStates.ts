/** How the bytes of a list of files lie on the disk: asked when the list is opened, when it grows, and when somebody looks. */
import { useEffect, useState } from 'react';
import { useDesk, useDeskApi } from '#renderer/app/desk/deskContext.ts';
import { MOST_CHECKED } from '#shared/contract/files.ts';
import type { FileState, KeptFile } from '#shared/domain/attachment/attachment.ts';

export type FileStates = { stateOf: (sha256: string) => FileState | null; look: () => void };

export function useFileStates(files: readonly KeptFile[]): FileStates {
  const api = useDeskApi();
  const { desk, readOnly } = useDesk();
  const [states, setStates] = useState<Readonly<Record<string, FileState>>>({});
  const [looks, setLooks] = useState(0);
  const asked = JSON.stringify(files.map(({ sha256, size }) => ({ sha256, size })));

  useEffect(() => {
    // A practice replay has no files of its own.
    if (readOnly) return;
    let isOver = false;
    async function ask(): Promise<void> {
      const list = JSON.parse(asked) as { sha256: string; size: number }[];
      for (let from = 0; from < list.length; from += MOST_CHECKED) {
        const part = list.slice(from, from + MOST_CHECKED);
        const reply = await api.checkFiles({ desk: desk.deskId, files: part });
        if (isOver) return;
        const found = Object.fromEntries(part.map(({ sha256 }, index) => [sha256, reply.states[index] ?? 'missing']));
        setStates((before) => ({ ...before, ...found }));
      }
    }
    // Where the desk cannot be reached the shell says so; the next look asks again.
    ask().catch(() => undefined);
    return () => {
      isOver = true;
    };
  }, [api, desk.deskId, readOnly, asked, looks]);

  return { stateOf: (sha256) => states[sha256] ?? null, look: () => setLooks((n) => n + 1) };
}
