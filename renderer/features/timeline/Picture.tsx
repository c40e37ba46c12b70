/**
 * The picture as drawn: shapes and words, no meaning by colour alone. On the screen each item takes the focus; on paper the
 * same is drawn without.
 */
import { type CSSProperties, memo, type ReactNode, useId } from 'react';
import { type Figure, figuresOf, isLate, type Look, labelMiddle, middleOf } from '#shared/domain/timeline/figures.ts';
import { type Drawn, type DrawnRow, fitted, type Layout } from '#shared/domain/timeline/layout.ts';
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

type ItemProps = {
  drawn: Drawn;
  row: DrawnRow;
  layout: Layout;
  words: TimelineWords;
  isCurrent: boolean | undefined;
};

function ItemView({ drawn, row, layout, words, isCurrent }: ItemProps) {
  const { item, label, labelX, isLabelBefore } = drawn;
  const { em } = layout.sheet;
  const middle = middleOf(drawn, row);
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
      {figuresOf(drawn, row, layout).map((figure, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- shapes of one item have no identity but their place
        <FigureView key={index} figure={figure} />
      ))}
      {label !== null && (
        <text
          className={styles.label}
          data-struck={(item.kind === 'mark' && item.isStruck) || undefined}
          data-late={isLate(item) || undefined}
          x={labelX}
          y={labelMiddle(drawn, row)}
          fontSize={em}
          textAnchor={isLabelBefore ? 'end' : 'start'}
        >
          {label}
        </text>
      )}
    </g>
  );
}

type Looks = { className: string | undefined } & Record<`data-${string}`, true>;

const look = (className: string | undefined, ...data: readonly `data-${string}`[]): Looks => ({
  className,
  ...Object.fromEntries(data.map((name) => [name, true])),
});

/** Each look's style on the screen and on the A3 sheet. */
const LOOKS: Readonly<Record<Look, Looks>> = {
  mark: look(styles.mark),
  report: look(styles.mark),
  struck: look(styles.struck),
  span: look(styles.span),
  spanUnknown: look(styles.span, 'data-unknown'),
  spanWaiting: look(styles.span, 'data-waiting'),
  window: look(styles.window),
  windowOpen: look(styles.window, 'data-open'),
  windowGone: look(styles.window, 'data-gone'),
  late: look(styles.late),
  limit: look(styles.limit),
  met: look(styles.met),
  metLate: look(styles.metLate),
  unknown: look(styles.unknown),
  step: look(styles.step),
  stepVerifying: look(styles.verifying),
  stepTop: look(styles.stepTop),
  stepTopVerifying: look(styles.stepTop, 'data-verifying'),
};

function FigureView({ figure }: { figure: Figure }) {
  const looks = LOOKS[figure.look];
  switch (figure.kind) {
    case 'rectangle': {
      const { x, y, width, height } = figure;
      return <rect {...looks} x={x} y={y} width={width} height={height} />;
    }
    case 'circle':
      return <circle {...looks} cx={figure.x} cy={figure.y} r={figure.r} />;
    case 'polygon':
      return <polygon {...looks} points={figure.points.map(([x, y]) => `${x},${y}`).join(' ')} />;
    case 'line': {
      const [x1, y1] = figure.from;
      const [x2, y2] = figure.to;
      return <line {...looks} x1={x1} y1={y1} x2={x2} y2={y2} />;
    }
  }
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
