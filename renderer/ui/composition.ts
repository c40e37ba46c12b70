/**
 * Enter and the input method: while pinyin is being composed, Enter picks the letters and must never submit. Browsers say
 * so by `isComposing`; keyCode 229 covers those that end the composition before the key event.
 */

type Composing = { isComposing?: boolean };
/** React's event carries the browser's inside. */
type KeyPress = { key: string; keyCode: number } & (Composing | { nativeEvent: Composing });

export const isComposing = (event: KeyPress): boolean =>
  ('nativeEvent' in event ? event.nativeEvent.isComposing : event.isComposing) === true || event.keyCode === 229;
/** A real Enter: not one that belongs to the input method. */
export const isEnter = (event: KeyPress): boolean => event.key === 'Enter' && !isComposing(event);
