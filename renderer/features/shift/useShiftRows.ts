/** All entries of a shift, oldest first, page by page; read anew when the log grew while it lasts. */
import { useCallback, useEffect, useState } from 'react';
import { useDesk, useDeskApi } from '#renderer/app/desk/deskContext.ts';
import type { DeskApi } from '#shared/contract/deskApi.ts';
import type { LogRow } from '#shared/contract/rows.ts';

const PAGE = 500;

type Period = { from: number; to: number | null };

/** Stops at the first entry before the shift. */
export async function readShift(
  api: Pick<DeskApi, 'query'>,
  deskId: string,
  { from, to }: Period,
  isOver: () => boolean,
): Promise<LogRow[]> {
  const rows: LogRow[] = [];
  let before: number | undefined;
  while (!isOver()) {
    const page = { type: 'listLog' as const, limit: PAGE, ...(before === undefined ? {} : { before }) };
    const reply = await api.query(deskId, to === null ? page : { ...page, at: to });
    if (!reply.ok) throw new Error(reply.error.code);
    rows.push(...reply.result.filter(({ recordedAt }) => recordedAt >= from));
    const oldest = reply.result.at(-1);
    if (reply.result.length < PAGE || oldest === undefined || oldest.recordedAt < from) break;
    before = oldest.position;
  }
  return rows.reverse();
}

export function useShiftRows({ from, to }: Period) {
  const api = useDeskApi();
  const { desk } = useDesk();
  const [rows, setRows] = useState<LogRow[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [asked, ask] = useState(0);
  // An ended shift is as it was, whatever comes after.
  const length = to === null ? desk.logLength : 0;
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- `length` and `asked` say when to read again
  useEffect(() => {
    let isOver = false;
    readShift(api, desk.deskId, { from, to }, () => isOver).then(
      (read) => {
        if (isOver) return;
        setRows(read);
        setFailed(false);
      },
      () => !isOver && setFailed(true),
    );
    return () => {
      isOver = true;
    };
  }, [api, desk.deskId, from, to, length, asked]);
  const reload = useCallback(() => ask((times) => times + 1), []);
  return { rows, failed, reload };
}
