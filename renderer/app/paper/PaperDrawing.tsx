/** A picture on paper: the shapes and words the Word file draws, on a page that is laid across. */
import { useId } from 'react';
import { type Drawing, type DrawnText, type Fill, INKS, type Shape, type Stroke } from '#shared/documents/drawing.ts';
import styles from './OfficialPaper.module.css';

/** Between the lines of a hatched shape, in points. */
const HATCH = 3;

export function PaperDrawing({ drawing }: { drawing: Drawing }) {
  const hatch = useId();
  const { title, widthPt, heightPt, shapes } = drawing;
  return (
    <figure className={styles.annex} aria-label={title}>
      <svg className={styles.drawing} viewBox={`0 0 ${widthPt} ${heightPt}`} aria-hidden="true">
        <defs>
          <pattern id={hatch} width={HATCH} height={HATCH} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width={HATCH} height={HATCH} fill={`#${INKS.white}`} />
            <line x1={0} x2={0} y1={0} y2={HATCH} stroke={`#${INKS.middle}`} strokeWidth={0.8} />
          </pattern>
        </defs>
        {shapes.map((shape, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- shapes have no identity but their place
          <ShapeView key={index} shape={shape} hatch={hatch} />
        ))}
      </svg>
    </figure>
  );
}

function ShapeView({ shape, hatch }: { shape: Shape; hatch: string }) {
  switch (shape.kind) {
    case 'line': {
      const [x1, y1] = shape.from;
      const [x2, y2] = shape.to;
      return <line x1={x1} y1={y1} x2={x2} y2={y2} {...strokeOf(shape.stroke)} />;
    }
    case 'rectangle': {
      const { x, y, width, height } = shape;
      return <rect x={x} y={y} width={width} height={height} {...lookOf(shape, hatch)} />;
    }
    case 'circle':
      return <circle cx={shape.x} cy={shape.y} r={shape.r} {...lookOf(shape, hatch)} />;
    case 'polygon':
      return <polygon points={shape.points.map(([x, y]) => `${x},${y}`).join(' ')} {...lookOf(shape, hatch)} />;
    case 'text':
      return <TextView text={shape} />;
  }
}

function TextView({ text: { text, x, y, sizePt, anchor, font, ink, isStruck } }: { text: DrawnText }) {
  return (
    <text
      className={styles[font]}
      x={x}
      y={y}
      fontSize={sizePt}
      textAnchor={anchor}
      fill={`#${INKS[ink]}`}
      {...(isStruck && { textDecoration: 'line-through' })}
    >
      {text}
    </text>
  );
}

type Filled = { fill: Fill | null; stroke: Stroke | null };

function lookOf({ fill, stroke }: Filled, hatch: string) {
  if (fill === 'hatched') return { fill: `url("#${hatch}")`, ...strokeOf(stroke) };
  return { fill: fill === null ? 'none' : `#${INKS[fill]}`, ...strokeOf(stroke) };
}

function strokeOf(stroke: Stroke | null) {
  if (stroke === null) return {};
  const { ink, widthPt, isDashed } = stroke;
  const dashes = isDashed ? { strokeDasharray: `${3 * widthPt} ${2 * widthPt}` } : {};
  return { stroke: `#${INKS[ink]}`, strokeWidth: widthPt, ...dashes };
}
