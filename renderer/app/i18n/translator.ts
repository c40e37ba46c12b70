/** t(key, params): keys and parameters are checked by the compiler against the Chinese files, which are the originals. */
import { fill, fillParts, type NamesIn, type Params, type TextPart } from './template.ts';
import { type Messages, zhCN } from './zh-CN/index.ts';

export type MessageKey = keyof Messages;
export type Dictionary = Record<MessageKey, string>;
type Args<K extends MessageKey> = [NamesIn<Messages[K]>] extends [never]
  ? []
  : [params: Record<NamesIn<Messages[K]>, string | number>];

export type Translate = {
  <K extends MessageKey>(key: K, ...args: Args<K>): string;
  /** The same, in parts, so that the weighty ones can be shown strong. */
  parts<K extends MessageKey>(key: K, ...args: Args<K>): TextPart[];
};

export function createTranslate(dictionary: Dictionary): Translate {
  const t = (key: MessageKey, params: Params = {}) => fill(dictionary[key], params);
  t.parts = (key: MessageKey, params: Params = {}) => fillParts(dictionary[key], params);
  return t as Translate;
}

export const translateZh = createTranslate(zhCN);
