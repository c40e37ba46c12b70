/**
 * The picture as drawn: shapes and words, no meaning by colour alone. On the screen each item takes the focus; on paper the
 * same is drawn without.
 */
import { type CSSProperties, memo, type ReactNode, useId } from 'react';
import type { Bar, Item, Step } from '#shared/domain/timeline/items.ts';
import type { Drawn, DrawnRow, Layout } from './layout.ts';
import styles from './Picture.module.css';
import type { TimelineWords } from './useTimelineWords.ts';

type RowsProps = {
  layout: Layout;
  words: TimelineWords;
  until: number;
  ticks: readonly number[];
  /** The item that the Tab key comes to; undefined on paper. */
  current?: string | undefined;
};

export function PictureRows({ layout, words, until, ticks, current }: RowsProps) {
  const { sheet, xOf, view, height } = layout;
  return (
    <Hatched em={sheet.em}>
      {ticks.map((at) => (
        <line key={at} className={styles.grid} x1={xOf(at)} x2={xOf(at)} y1={0} y2={height} />
      ))}
      {layout.rows.map((row) => (
        <RowView key={row.row.id} drawn={row} layout={layout} words={words} current={current} />
      ))}
      {until > view.from && until <= view.to && (
        <line className={styles.until} x1={xOf(until)} x2={xOf(until)} y1={0} y2={height} />
      )}
    </Hatched>
  );
}

/** With a hatch of its own: one that is drawn nowhere at the moment (a screen's on paper) lends no pattern. */
export function Hatched({ em, children }: { em: number; children: ReactNode }) {
  const id = useId();
  const size = em * 0.5;
  return (
    <g style={{ '--hatch-fill': `url("#${id}")` } as CSSProperties}>
      <defs>
        <pattern id={id} width={size} height={size} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className={styles.hatchGround} width={size} height={size} />
          <line className={styles.hatchLine} x1={0} x2={0} y1={0} y2={size} />
        </pattern>
      </defs>
      {children}
    </g>
  );
}

type RowProps = { drawn: DrawnRow; layout: Layout; words: TimelineWords; current: string | undefined };

const RowView = memo(function RowView({ drawn, layout, words, current }: RowProps) {
  const { row, y, height, track } = drawn;
  const { em, plot, width } = layout.sheet;
  const isNamed = row.name.kind === 'lane';
  return (
    <g transform={`translate(0 ${y})`}>
      <line className={styles.rule} x1={0} x2={width} y1={height} y2={height} />
      <text
        className={styles.name}
        data-lane={isNamed || undefined}
        x={0}
        y={Math.min(height, track) / 2}
        fontSize={em}
      >
        {fitted(words.row(row), plot / em - 0.8)}
      </text>
      {drawn.items.map((each) => (
        <ItemView
          key={each.item.id}
          drawn={each}
          row={drawn}
          layout={layout}
          words={words}
          isCurrent={current === undefined ? undefined : current === each.item.id}
        />
      ))}
    </g>
  );
});

/** As much of the name as there is room for. */
function fitted(text: string, ems: number): string {
  let used = 0;
  let cut = '';
  for (const character of text) {
    used += (character.codePointAt(0) ?? 0) > 0xff ? 1 : 0.58;
    if (used > ems) return `${cut}…`;
    cut += character;
  }
  return cut;
}

type ItemProps = {
  drawn: Drawn;
  row: DrawnRow;
  layout: Layout;
  words: TimelineWords;
  isCurrent: boolean | undefined;
};

function ItemView({ drawn, row, layout, words, isCurrent }: ItemProps) {
  const { item, label, labelX, isLabelBefore, track } = drawn;
  const { em } = layout.sheet;
  const middle = (track + 0.5) * row.track;
  const focusing =
    isCurrent === undefined
      ? {}
      : {
          role: 'button',
          tabIndex: isCurrent ? 0 : -1,
          'data-item': item.id,
          'aria-label': [words.row(row.row), words.times(item), words.short(item)].join('，'),
        };
  return (
    <g className={styles.item} {...focusing}>
      {isCurrent !== undefined && (
        <rect
          className={styles.hit}
          x={drawn.x - 2}
          y={middle - row.track / 2}
          width={drawn.width + 4}
          height={row.track}
        />
      )}
      <Shape drawn={drawn} row={row} layout={layout} middle={middle} />
      {label !== null && (
        <text
          className={styles.label}
          data-struck={(item.kind === 'mark' && item.isStruck) || undefined}
          data-late={isLate(item) || undefined}
          x={labelX}
          y={item.kind === 'step' ? middle - row.track * 0.27 : middle}
          fontSize={em}
          textAnchor={isLabelBefore ? 'end' : 'start'}
        >
          {label}
        </text>
      )}
    </g>
  );
}

const isLate = (item: Item): boolean =>
  item.kind === 'bar' && (item.state === 'fulfilledLate' || item.state === 'overdue');

type ShapeProps = { drawn: Drawn; row: DrawnRow; layout: Layout; middle: number };

function Shape({ drawn, row, layout, middle }: ShapeProps) {
  const { item, x, width } = drawn;
  const { em } = layout.sheet;
  switch (item.kind) {
    case 'mark': {
      const r = em * 0.4;
      const cx = x + width / 2;
      if (item.isStruck) return <path className={styles.struck} d={cross(cx, middle, r)} />;
      if (row.row.lane === 'reports') return <circle className={styles.mark} cx={cx} cy={middle} r={r} />;
      return (
        <path
          className={styles.mark}
          d={`M${cx} ${middle - r}L${cx + r} ${middle}L${cx} ${middle + r}L${cx - r} ${middle}Z`}
        />
      );
    }
    case 'span': {
      const isUnknown = item.what.kind === 'grade' && item.what.grade === null;
      const isWaiting =
        (item.what.kind === 'unit' && !item.what.isThere) ||
        (item.what.kind === 'group' && item.what.state === 'forming');
      const limit = item.limit === null ? null : layout.xOf(item.limit);
      return (
        <>
          <rect
            className={styles.span}
            data-unknown={isUnknown || undefined}
            data-waiting={isWaiting || undefined}
            x={x}
            y={middle - em * 0.7}
            width={width}
            height={em * 1.4}
          />
          {limit !== null && limit > layout.sheet.plot && limit < layout.sheet.width && (
            <line className={styles.limit} x1={limit} x2={limit} y1={middle - em * 0.7} y2={middle + em * 0.7} />
          )}
        </>
      );
    }
    case 'bar':
      return <BarShape bar={item} drawn={drawn} layout={layout} middle={middle} />;
    case 'step':
      return <StepShape step={item} drawn={drawn} row={row} middle={middle} />;
  }
}

const cross = (cx: number, cy: number, r: number): string =>
  `M${cx - r} ${cy - r}L${cx + r} ${cy + r}M${cx - r} ${cy + r}L${cx + r} ${cy - r}`;

/** Window, the stretch beyond the limit, the limit, and the report: a ring on time, a square when it was late. */
function BarShape({ bar, layout, middle }: { bar: Bar; drawn: Drawn; layout: Layout; middle: number }) {
  const { xOf, sheet, view } = layout;
  const { em, plot, width } = sheet;
  const within = (at: number) => Math.min(width, Math.max(plot, xOf(at)));
  const isGone = bar.state === 'superseded' || bar.state === 'waived';
  const isOver = bar.endedAt !== null;
  const until = bar.endedAt ?? Math.max(bar.from, layout.until);
  const end = bar.dueAt !== null && !isOver ? Math.max(bar.dueAt, bar.from) : until;
  const windowEnd = bar.dueAt === null ? end : Math.max(bar.from, Math.min(end, bar.dueAt));
  const late = bar.dueAt !== null && !isGone && until > bar.dueAt ? { from: bar.dueAt, to: until } : null;
  const isIn = (at: number) => at >= view.from && at <= view.to;
  const r = em * 0.38;
  const met = bar.endedAt !== null && !isGone && isIn(bar.endedAt) ? xOf(bar.endedAt) : null;
  return (
    <>
      <rect
        className={styles.window}
        data-gone={isGone || undefined}
        data-open={(bar.dueAt === null && !isOver) || undefined}
        x={within(bar.from)}
        y={middle - em * 0.22}
        width={Math.max(em * 0.15, within(windowEnd) - within(bar.from))}
        height={em * 0.44}
      />
      {late !== null && (
        <rect
          className={styles.late}
          x={within(Math.max(late.from, bar.from))}
          y={middle - em * 0.1}
          width={Math.max(em * 0.15, within(late.to) - within(Math.max(late.from, bar.from)))}
          height={em * 0.2}
        />
      )}
      {bar.dueAt !== null && !isGone && isIn(bar.dueAt) && (
        <line
          className={styles.limit}
          x1={xOf(bar.dueAt)}
          x2={xOf(bar.dueAt)}
          y1={middle - em * 0.6}
          y2={middle + em * 0.6}
        />
      )}
      {met !== null && bar.state === 'fulfilledLate' && (
        <rect className={styles.metLate} x={met - r} y={middle - r} width={2 * r} height={2 * r} />
      )}
      {met !== null && bar.state !== 'fulfilledLate' && <circle className={styles.met} cx={met} cy={middle} r={r} />}
    </>
  );
}

/** As high as its number against the most of the night; unknown is hatched over the whole height. */
function StepShape({ step, drawn, row, middle }: { step: Step; drawn: Drawn; row: DrawnRow; middle: number }) {
  const { x, width } = drawn;
  const bottom = middle + row.track * 0.46;
  const most = 0.48 * row.track;
  if (step.n === null) return <rect className={styles.unknown} x={x} y={bottom - most} width={width} height={most} />;
  const largest = Math.max(1, ...row.row.items.map((each) => (each.kind === 'step' ? (each.n ?? 0) : 0)));
  const height = most * (step.n / largest);
  return (
    <>
      <rect className={styles.step} x={x} y={bottom - height} width={width} height={height} />
      {step.beingVerified && (
        <rect className={styles.verifying} x={x} y={bottom - height} width={width} height={height} />
      )}
      <line
        className={styles.stepTop}
        data-verifying={step.beingVerified || undefined}
        x1={x}
        x2={x + width}
        y1={bottom - height}
        y2={bottom - height}
      />
    </>
  );
}

/** Clock times over the picture, the day where it changes. */
export function AxisLabels({
  layout,
  ticks,
  words,
}: {
  layout: Layout;
  ticks: readonly number[];
  words: (at: number) => string;
}) {
  const { em } = layout.sheet;
  return ticks.map((at) => (
    <text key={at} className={styles.tick} x={layout.xOf(at)} y={em * 0.8} fontSize={em} textAnchor="middle">
      {words(at)}
    </text>
  ));
}
