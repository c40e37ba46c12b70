/**
 * What the desk answers to the words in the box: asked anew whenever they, the filters or the desk change, and while the
 * index is being built. In a practice replay it is what was known at the scrubber's instant.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useDeskId, useHost } from '#renderer/app/desk/deskContext.ts';
import { pastInstantOf } from '#renderer/app/practice/practice.ts';
import { distinct, type FoundGroup, type SearchIndex } from '#shared/domain/search/rows.ts';
import type { Asked } from './filters.ts';
import { createLatest, type Latest } from './latest.ts';

const WHILE_BUILDING_MS = 400;

type Answer = { asked: Asked; groups: readonly FoundGroup[]; index: SearchIndex | null };

export type FoundNow = {
  groups: readonly FoundGroup[];
  /** Null: nothing was answered, as where the desk cannot be reached. */
  index: SearchIndex | null;
  /** The words whose answer this is. */
  text: string;
  /** Puts the next page under a group. */
  more: (group: FoundGroup) => void;
};

export function useFound(asked: Asked | null): FoundNow | null {
  const { api } = useHost();
  const deskId = useDeskId();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const latest = useRef<Latest<Asked>>(null);
  const key = asked === null ? null : JSON.stringify(asked);
  const question = useMemo(() => (key === null ? null : (JSON.parse(key) as Asked)), [key]);

  const run = useCallback(
    async (query: Asked & { page?: string }) => {
      const at = pastInstantOf(deskId);
      const reply = await api.query(deskId, at === null ? query : { ...query, at });
      if (!reply.ok) throw new Error(reply.error.code);
      return reply.result;
    },
    [api, deskId],
  );

  useEffect(() => {
    const made = createLatest(run, (query, found) =>
      setAnswer({ asked: query, groups: found?.groups ?? [], index: found?.index ?? null }),
    );
    latest.current = made;
    return () => made.stop();
  }, [run]);

  useEffect(() => {
    if (question === null) return;
    latest.current?.ask(question);
    return api.subscribe(({ desk, position }) => {
      if (desk === deskId || position < 0) latest.current?.ask(question);
    });
  }, [api, deskId, question]);

  const isBuilding = answer?.index?.kind === 'building';
  useEffect(() => {
    if (!isBuilding || question === null) return;
    const timer = setInterval(() => latest.current?.ask(question), WHILE_BUILDING_MS);
    return () => clearInterval(timer);
  }, [isBuilding, question]);

  const more = useCallback(
    ({ kind, next }: FoundGroup) => {
      if (question === null || next === null) return;
      const before = question;
      void run({ ...before, kinds: [kind], page: next }).then(
        ({ groups: [page] }) =>
          setAnswer((now) =>
            now === null || now.asked !== before ? now : { ...now, groups: grown(now.groups, kind, page) },
          ),
        () => undefined,
      );
    },
    [question, run],
  );

  // Where time ran out before anything was found, the rest is asked for at once.
  const cutShort = answer?.groups.find(({ rows, next }) => rows.length === 0 && next !== null);
  useEffect(() => {
    if (cutShort !== undefined) more(cutShort);
  }, [cutShort, more]);

  if (question === null || answer === null) return null;
  return {
    groups: answer.groups.filter(({ rows }) => rows.length > 0),
    index: answer.index,
    text: answer.asked.text,
    more,
  };
}

/** A page that holds nothing new ends the list. */
function grown(groups: readonly FoundGroup[], kind: FoundGroup['kind'], page: FoundGroup | undefined): FoundGroup[] {
  return groups.map((group) =>
    group.kind === kind
      ? { ...group, rows: distinct([...group.rows, ...(page?.rows ?? [])]), next: page?.next ?? null }
      : group,
  );
}
