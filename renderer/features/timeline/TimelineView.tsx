/** The picture on the screen: zoomed, moved, gone through by key, and what it is pointed at told in words. */
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { IncidentFile } from '#shared/contract/rows.ts';
import { type Item, startOf, type Timeline } from '#shared/domain/timeline/items.ts';
import { layoutOf, shortened, type View } from '#shared/domain/timeline/layout.ts';
import { axisTimes } from './axisTimes.ts';
import { ItemDetail } from './ItemDetail.tsx';
import { Legend } from './Legend.tsx';
import { nextItem } from './moves.ts';
import { AxisLabels, PictureRows } from './Picture.tsx';
import styles from './Timeline.module.css';
import { useSheet } from './useSheet.ts';
import { useTimelineWords } from './useTimelineWords.ts';
import { panned, showing, wholeOf, within, zoomed } from './view.ts';

const CLOSER = 0.7;
const FARTHER = 1 / CLOSER;

type Props = { timeline: Timeline; file: IncidentFile; onOpen: (item: Item) => void };

export function TimelineView({ timeline, file, onOpen }: Props) {
  const t = useT();
  const format = useFormat();
  const words = useTimelineWords();
  const [chosen, setView] = useState<View | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const sheet = useSheet(frame);
  const whole = wholeOf(timeline);
  const view = useMemo(() => within(wholeOf(timeline), chosen), [timeline, chosen]);
  const layout = useMemo(
    () => layoutOf(timeline, view, sheet, (item) => shortened(words.short(item))),
    [timeline, view, sheet, words],
  );
  const { ticks, words: tickWords } = useMemo(() => axisTimes(layout, format), [layout, format]);
  const items = useMemo(
    () => new Map(timeline.rows.flatMap((row) => row.items.map((item) => [item.id, item]))),
    [timeline],
  );
  const drawn = layout.rows.flatMap((row) => row.items);
  const reached = drawn.some(({ item }) => item.id === current) ? current : (drawn[0]?.item.id ?? null);
  const told = items.get(hovered ?? '') ?? items.get(current ?? '') ?? null;

  const zoom = (factor: number, at?: number) => {
    const item = items.get(current ?? '');
    const middle = (view.from + view.to) / 2;
    const held = item !== undefined && startOf(item) >= view.from && startOf(item) <= view.to ? startOf(item) : middle;
    setView(zoomed(whole, view, factor, at ?? held));
  };
  const pan = (share: number) => setView(chosen === null ? null : panned(whole, view, share));

  const atOf = (x: number): number => {
    const share = (x - sheet.plot) / Math.max(1, sheet.width - sheet.plot);
    return view.from + Math.min(1, Math.max(0, share)) * (view.to - view.from);
  };

  // The item that the keys came to takes the focus once it is drawn.
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const element = frame.current?.querySelector<SVGGElement>(`[data-item="${CSS.escape(wanted.current)}"]`);
    wanted.current = null;
    element?.focus();
    element?.scrollIntoView({ block: 'nearest' });
  });

  // The browser's own zoom stays away only from a listener that may say no.
  const onWheel = useRef<(event: WheelEvent) => void>(() => {});
  useEffect(() => {
    onWheel.current = (event) => {
      if (!event.ctrlKey && !event.shiftKey) return;
      event.preventDefault();
      if (event.shiftKey && !event.ctrlKey) return pan(Math.sign(event.deltaY || event.deltaX) * 0.1);
      const left = frame.current?.getBoundingClientRect().left ?? 0;
      zoom(event.deltaY > 0 ? FARTHER : CLOSER, atOf(event.clientX - left));
      return undefined;
    };
  });
  useEffect(() => {
    const element = frame.current;
    const listen = (event: WheelEvent) => onWheel.current(event);
    element?.addEventListener('wheel', listen, { passive: false });
    return () => element?.removeEventListener('wheel', listen);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = keyAct(event);
    if (act === null) return;
    event.preventDefault();
    switch (act.kind) {
      case 'zoom':
        return zoom(act.factor);
      case 'fit':
        return setView(null);
      case 'pan':
        return pan(act.share);
      case 'open': {
        const item = items.get(reached ?? '');
        return item && onOpen(item);
      }
      case 'move': {
        const next = nextItem(timeline.rows, reached, act.to);
        if (next === null) return undefined;
        wanted.current = next.id;
        setCurrent(next.id);
        return setView(chosen === null ? null : showing(whole, view, Math.max(startOf(next), timeline.from)));
      }
    }
  };

  // Dragged aside by what is no item.
  const drag = useRef<{ x: number; view: View } | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (chosen === null || event.button !== 0 || itemAt(event.target) !== null) return;
    drag.current = { x: event.clientX, view };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = ({ clientX, target }: PointerEvent) => {
    setHovered(itemAt(target));
    if (drag.current === null) return;
    setView(panned(whole, drag.current.view, (drag.current.x - clientX) / Math.max(1, sheet.width - sheet.plot)));
  };
  const endDrag = () => {
    drag.current = null;
  };

  return (
    <section className={styles.picture} aria-label={t('timeline.picture')}>
      <div className={styles.tools}>
        <Button aria-label={t('timeline.zoomIn')} onPress={() => zoom(CLOSER)}>
          ＋
        </Button>
        <Button aria-label={t('timeline.zoomOut')} isDisabled={chosen === null} onPress={() => zoom(FARTHER)}>
          －
        </Button>
        <Button isDisabled={chosen === null} onPress={() => setView(null)}>
          {t('timeline.fit')}
        </Button>
        <Legend em={sheet.em} />
      </div>
      <svg className={styles.axis} width={sheet.width} height={sheet.em * 1.6} aria-hidden="true">
        <AxisLabels layout={layout} ticks={ticks} words={tickWords} />
      </svg>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the items inside are the buttons; keys and pointer are theirs together */}
      <div
        ref={frame}
        className={styles.frame}
        data-moving={chosen !== null || undefined}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={endDrag}
        onPointerCancel={endDrag}
        onPointerLeave={() => setHovered(null)}
        onClick={({ target }) => setCurrent(itemAt(target) ?? current)}
        onFocus={({ target }) => setCurrent(itemAt(target) ?? current)}
        onDoubleClick={({ target }) => {
          const item = items.get(itemAt(target) ?? '');
          if (item !== undefined) onOpen(item);
        }}
      >
        <svg className={styles.rows} width={sheet.width} height={layout.height}>
          <PictureRows layout={layout} words={words} until={timeline.until} ticks={ticks} current={reached ?? ''} />
        </svg>
      </div>
      <ItemDetail item={told} timeline={timeline} file={file} words={words} onOpen={onOpen} />
    </section>
  );
}

function itemAt(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest('[data-item]')?.getAttribute('data-item') ?? null) : null;
}

type Act =
  | { kind: 'zoom'; factor: number }
  | { kind: 'fit' }
  | { kind: 'pan'; share: number }
  | { kind: 'open' }
  | { kind: 'move'; to: 'left' | 'right' | 'up' | 'down' | 'first' | 'last' };

function keyAct({ key, shiftKey }: KeyboardEvent): Act | null {
  switch (key) {
    case '+':
    case '=':
      return { kind: 'zoom', factor: CLOSER };
    case '-':
    case '_':
      return { kind: 'zoom', factor: FARTHER };
    case '0':
      return { kind: 'fit' };
    case 'Enter':
    case ' ':
      return { kind: 'open' };
    case 'ArrowLeft':
      return shiftKey ? { kind: 'pan', share: -0.2 } : { kind: 'move', to: 'left' };
    case 'ArrowRight':
      return shiftKey ? { kind: 'pan', share: 0.2 } : { kind: 'move', to: 'right' };
    case 'ArrowUp':
      return { kind: 'move', to: 'up' };
    case 'ArrowDown':
      return { kind: 'move', to: 'down' };
    case 'Home':
      return { kind: 'move', to: 'first' };
    case 'End':
      return { kind: 'move', to: 'last' };
    default:
      return null;
  }
}
