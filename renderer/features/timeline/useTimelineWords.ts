/** What stands in the picture, in words. */
import { useMemo } from 'react';
import { useClockWords } from '#renderer/app/clock/useClockWords.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { describeEntry } from '#renderer/app/entries/describeEntry.ts';
import { useEntryContext } from '#renderer/app/entries/useEntryContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import type { Bar, Item, Row, Span, Step } from '#shared/domain/timeline/items.ts';

export type TimelineWords = ReturnType<typeof useTimelineWords>;

export function useTimelineWords() {
  const t = useT();
  const plan = usePlanWords();
  const clock = useClockWords();
  const context = useEntryContext();
  const { desk } = useDesk();
  return useMemo(() => {
    const { format, label } = context;
    const near = (at: number) => format.instant(at, desk.span?.from ?? at);
    const groupName = (groupId: string, name: string) =>
      label(
        plan.plan.groups.find(({ id }) => id === groupId),
        name,
      );

    const row = ({ lane, name }: Row): string => {
      switch (name.kind) {
        case 'lane':
          return t(`timeline.lane.${lane}`);
        case 'figure':
          return plan.figure(name.figure);
        case 'rule':
          return name.to === null ? plan.rule(name.rule) : `${plan.rule(name.rule)} → ${plan.unit(name.to)}`;
        case 'group':
          return groupName(name.groupId, name.name);
        case 'onScene':
          return t('timeline.onScene');
        case 'units':
          return t('timeline.units');
      }
    };

    const step = ({ figure, quantity, n, beingVerified, source }: Step): string => {
      if (quantity === null || n === null) return t(source === null ? 'timeline.notKnown' : 'ui.unknown');
      const words = plan.quantity(figure, quantity);
      return beingVerified ? t('timeline.againVerified', { words }) : words;
    };

    const span = ({ what }: Span): string => {
      switch (what.kind) {
        case 'grade':
          return plan.grade(what.grade);
        case 'level':
          return plan.level(what.level);
        case 'group':
          return t(`entries.groupState.${what.state}`);
        case 'onScene':
          return what.place;
        case 'unit':
          return label(
            [...plan.plan.organisations, ...plan.plan.units].find(({ id }) => id === what.id),
            what.name,
          );
        case 'task':
          return what.what;
        case 'instruction':
          return t('timeline.instruction', { from: what.from });
      }
    };

    const bar = ({ obligation, state }: Bar): string =>
      clock.text({ ...obligation, state }, obligation.fulfilledAt ?? 0);

    /** `38:00` of a running one would be wrong a second later: the word alone. */
    const barShort = (item: Bar): string => {
      const isOver = ['fulfilledLate', 'fulfilled'].includes(item.state);
      return isOver ? bar(item) : clock.word({ ...item.obligation, state: item.state });
    };

    const short = (item: Item): string => {
      switch (item.kind) {
        case 'mark':
          return describeEntry(item.entry, context)
            .filter(({ quiet }) => !quiet)
            .map(({ text }) => text)
            .join('');
        case 'step':
          return step(item);
        case 'span':
          return span(item);
        case 'bar':
          return barShort(item);
      }
    };

    const when = (item: Item): string => {
      switch (item.kind) {
        case 'mark':
          return format.timed({ at: item.at, precision: item.precision }, item.at);
        case 'bar':
          return item.dueAt === null
            ? t('timeline.from', { from: near(item.from) })
            : t('timeline.limit', { from: near(item.from), limit: near(item.dueAt) });
        case 'span':
        case 'step':
          return item.to === null
            ? t('timeline.from', { from: near(item.from) })
            : t('timeline.fromTo', { from: near(item.from), to: near(item.to) });
      }
    };

    const met = (item: Item): string =>
      item.kind === 'bar' && item.metBy !== null && item.endedAt !== null
        ? t('timeline.metAt', { time: near(item.endedAt) })
        : '';

    const times = (item: Item): string => [when(item), met(item)].filter(Boolean).join(t('board.spokenJoin'));

    return { row, short, times };
  }, [t, plan, clock, context, desk.span]);
}
