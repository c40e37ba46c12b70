/**
 * An officer at the keyboard, counted: every key pressed, every field reached with Tab, every mental step. The estimate
 * is the keystroke-level model's (0.28 s a key, 1.35 s a mental step); hanzi count by the pinyin letters typed for them
 * and the key that picks the word.
 */
import { type CDPSession, expect, type Page } from '@playwright/test';

/** Held with another key they are work for the fingers, but no keys of the text: the page does not count them. */
const MODIFIERS: ReadonlySet<string> = new Set(['Control', 'Shift', 'Alt', 'Meta']);
const IME_KEY_CODE = 229;

const KEY_S = 0.28;
const MENTAL_S = 1.35;

export class Keyboard {
  keys = 0;
  /** Without modifiers: what a page hears, and the desk keeps with a form. */
  strokes = 0;
  tabStops = 0;
  mentalSteps = 0;
  readonly #page: Page;
  #browser: Promise<CDPSession> | undefined;

  constructor(page: Page) {
    this.#page = page;
  }

  get seconds(): number {
    return this.keys * KEY_S + this.mentalSteps * MENTAL_S;
  }

  /** One key, or a chord: each of its keys counts. */
  async press(chord: string): Promise<void> {
    const keys = chord.split('+');
    this.keys += keys.length;
    this.strokes += keys.filter((key) => !MODIFIERS.has(key)).length;
    await this.#page.keyboard.press(chord);
  }

  async type(text: string): Promise<void> {
    this.keys += text.length;
    this.strokes += text.length;
    await this.#page.keyboard.type(text);
  }

  /** A word through an input method: `pinyin` is what the fingers do; the page hears keys without letters. */
  async compose(hanzi: string, pinyin: string): Promise<void> {
    this.keys += pinyin.length + 1;
    this.strokes += pinyin.length + 1;
    this.#browser ??= this.#page.context().newCDPSession(this.#page);
    const browser = await this.#browser;
    for (const code of [...Array.from(pinyin, (letter) => `Key${letter.toUpperCase()}`), 'Space']) {
      const event = { key: 'Process', code, windowsVirtualKeyCode: IME_KEY_CODE };
      await browser.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
      await browser.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
    }
    await this.#page.keyboard.insertText(hanzi);
  }

  think(): void {
    this.mentalSteps += 1;
  }

  /** The accessible name of what has the focus. */
  focused(): Promise<string> {
    return this.#page.evaluate(() => {
      const element = document.activeElement;
      const labelledBy = element?.getAttribute('aria-labelledby')?.split(' ') ?? [];
      const words = labelledBy.map((id) => document.getElementById(id)?.textContent ?? '');
      const labels =
        element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels : null;
      return (
        element?.getAttribute('aria-label') ??
        (words.join(' ') || (labels?.[0]?.textContent ?? element?.textContent ?? ''))
      );
    });
  }

  /** Tab until the field of that name has the focus; thinking of what to put there is one mental step. */
  async tabTo(name: string | RegExp): Promise<void> {
    const from = this.tabStops;
    const wanted = typeof name === 'string' ? (text: string) => text.includes(name) : (text: string) => name.test(text);
    while (!wanted(await this.focused())) {
      if (this.tabStops - from > 30) throw new Error(`no way by Tab to ${String(name)}; at ${await this.focused()}`);
      await this.press('Tab');
      this.tabStops += 1;
    }
    this.think();
  }
}

/** Fails the test when a mouse or a finger is used: what is claimed is done by keyboard alone. */
export async function forbidPointer(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const used: string[] = [];
    Object.assign(window, { usedPointer: used });
    for (const type of ['mousedown', 'touchstart']) {
      window.addEventListener(type, (event) => used.push(event.type), { capture: true });
    }
  });
  return async () => {
    expect(await page.evaluate(() => (window as unknown as { usedPointer: string[] }).usedPointer)).toEqual([]);
  };
}
