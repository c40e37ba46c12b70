/**
 * Enter and the input method: while pinyin is being composed, Enter picks the letters and must never submit. Browsers say
 * so by `isComposing`; keyCode 229 covers those that end the composition before the key event.
 */
import type { KeyboardEvent } from 'react';

type KeyPress = Pick<KeyboardEvent, 'key' | 'keyCode'> & { nativeEvent: { isComposing?: boolean } };

export const isComposing = (event: KeyPress): boolean =>
  event.nativeEvent.isComposing === true || event.keyCode === 229;
/** A real Enter: not one that belongs to the input method. */
export const isEnter = (event: KeyPress): boolean => event.key === 'Enter' && !isComposing(event);
