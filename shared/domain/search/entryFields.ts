/**
 * What an entry is found by: every text in it, and the plan's label for every id. Which part of a payload is a text and
 * which an id is read from the event's own schema, so that a new event is searched without a word here.
 */
import type { z } from 'zod';
import type { Quantity } from '#shared/plan/facts.ts';
import { alarmStageSchema } from '../alarm/commands.ts';
import { stagedRowSchema } from '../directory/events.ts';
import { drawingSchema } from '../incident/paperContent.ts';
import { shownSchema } from '../parts.ts';
import type { RecordedEvent } from '../recorded.ts';
import { quantityText } from '../report/quantityText.ts';
import { eventSchemas } from '../streams.ts';
import { idSchema, lineSchema, paragraphSchema, storedQuantitySchema, storedTimedSchema } from '../values.ts';
import type { PlanLabels } from './planLabels.ts';
import { TYPE_WORDS } from './typeWords.ts';

type Say = (text: string) => void;
type Reader = (value: unknown, labels: PlanLabels, say: Say) => void;

/** Of the choices an entry records, those a line of the log says. */
const CHOICES: Readonly<Record<string, string>> = {
  inPerson: '当面',
  phone: '电话',
  written: '书面',
  yes: '是',
  no: '否',
  unknown: '正在核实',
  falseAlarm: '误报',
  granted: '获准',
  partly: '部分获准',
  refused: '未获准',
  forming: '组建',
  inPlace: '到位',
  working: '执行',
  withdrawn: '撤收',
  done: '完成',
  notApplicable: '不适用',
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const nothing: Reader = () => undefined;
const HAN = /\p{Script=Han}/u;

const readText: Reader = (value, { labelOf }, say) => {
  if (typeof value !== 'string') return;
  say(value);
  // A post or a picked item of the plan may stand where words may.
  const label = labelOf(value);
  if (label !== null) say(label);
};
/** A hash or a key is no text; one with a Chinese character in it is. */
const readPlainString: Reader = (value, _, say) => {
  if (typeof value === 'string' && HAN.test(value)) say(value);
};
const readId: Reader = (value, { labelOf }, say) => {
  const label = typeof value === 'string' ? labelOf(value) : null;
  if (label !== null) say(label);
};
const readChoice: Reader = (value, _, say) => {
  const words = typeof value === 'string' ? CHOICES[value] : undefined;
  if (words !== undefined) say(words);
};

/** Rule and recipient, from an obligation's key (incident/rule/recipient/…). */
const readStage: Reader = (value, { labelOf }, say) => {
  const key = isObject(value) && typeof value['key'] === 'string' ? value['key'] : '';
  say(
    key
      .split('/')
      .slice(1, 3)
      .map((id) => labelOf(id) ?? '')
      .join(' '),
  );
};

const KNOWN = new Map<z.ZodType, Reader>([
  [idSchema, readId],
  [lineSchema, readText],
  [paragraphSchema, readText],
  [alarmStageSchema, readStage],
  [storedTimedSchema, nothing],
  [shownSchema, nothing],
  // A picture's words are those of the entries it shows.
  [drawingSchema, nothing],
  // Of an import: the directory itself answers for its people.
  [stagedRowSchema, nothing],
]);

type Def = {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  valueType?: z.ZodType;
  options?: readonly z.ZodType[];
  discriminator?: string;
};
const defOf = (schema: z.ZodType): Def => schema.def;

const made = new Map<z.ZodType, Reader>();

function readerOf(schema: z.ZodType): Reader {
  const before = KNOWN.get(schema) ?? made.get(schema);
  if (before !== undefined) return before;
  const reader = makeReader(schema);
  made.set(schema, reader);
  return reader;
}

function makeReader(schema: z.ZodType): Reader {
  const def = defOf(schema);
  switch (def.type) {
    case 'object':
      return readObject(Object.entries(def.shape ?? {}).map(([key, part]) => [key, readerOf(part)]));
    case 'array':
      return readList(readerOf(def.element as z.ZodType));
    case 'record':
      return readRecord(def.valueType as z.ZodType);
    case 'nullable':
    case 'optional':
    case 'default':
    case 'readonly':
      return readPresent(readerOf(def.innerType as z.ZodType));
    case 'union':
      return readUnion(def);
    case 'enum':
      return readChoice;
    case 'pipe':
      return readText;
    case 'string':
      return readPlainString;
    default:
      return nothing;
  }
}

const readPresent =
  (read: Reader): Reader =>
  (value, labels, say) => {
    if (value !== null && value !== undefined) read(value, labels, say);
  };

const readObject =
  (parts: readonly (readonly [string, Reader])[]): Reader =>
  (value, labels, say) => {
    if (!isObject(value)) return;
    for (const [key, read] of parts) if (key in value) read(value[key], labels, say);
  };

const readList =
  (read: Reader): Reader =>
  (value, labels, say) => {
    if (Array.isArray(value)) for (const one of value) read(one, labels, say);
  };

/** Keys are ids: 遇难22人 is one text. */
function readRecord(valueSchema: z.ZodType): Reader {
  const read = valueSchema === storedQuantitySchema ? null : readerOf(valueSchema);
  return (value, labels, say) => {
    if (!isObject(value)) return;
    for (const [id, one] of Object.entries(value)) {
      const label = labels.labelOf(id) ?? '';
      if (read === null) {
        say(`${label} ${quantityText(one as Quantity, labels.figureUnit(id))}`);
        continue;
      }
      const said: string[] = [];
      read(one, labels, (text) => said.push(text));
      say([label, ...said].join(' '));
    }
  };
}

/** Texts and ids are told apart by their value; objects by what they are called. */
function readUnion({ options = [], discriminator }: Def): Reader {
  const readers = options.map((option) => ({ option, read: readerOf(option) }));
  return (value, labels, say) => {
    if (!isObject(value)) {
      const text = readers.find(({ option }) => defOf(option).type !== 'object');
      text?.read(value, labels, say);
      return;
    }
    const fits = readers.find(({ option }) => isOfOption(option, value, discriminator));
    fits?.read(value, labels, say);
  };
}

function isOfOption(option: z.ZodType, value: Record<string, unknown>, discriminator: string | undefined): boolean {
  const { shape } = defOf(option);
  if (shape === undefined) return false;
  if (discriminator === undefined) return Object.keys(value).every((key) => key in shape);
  return shape[discriminator]?.safeParse(value[discriminator]).success === true;
}

/** Each on its own: what is asked for is never found across two of them. */
export function entryFields({ type, payload }: Pick<RecordedEvent, 'type' | 'payload'>, labels: PlanLabels): string[] {
  const fields: string[] = [];
  const say: Say = (text) => {
    if (text.trim() !== '') fields.push(text);
  };
  const schema = Object.hasOwn(eventSchemas, type) ? eventSchemas[type]?.schema : undefined;
  if (schema === undefined) return fields;
  say(TYPE_WORDS[type] ?? '');
  readerOf(schema)(payload, labels, say);
  return [...new Set(fields)];
}
