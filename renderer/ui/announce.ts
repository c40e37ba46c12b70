/**
 * What assistive technology is told without moving the focus. Policy: docs/ACCESSIBILITY.md. `assertive` for alarms and
 * for what failed; `polite` for what was done. The same words twice in a row are said twice.
 */
export type Politeness = 'polite' | 'assertive';
export type Announcement = { text: string; politeness: Politeness; serial: number };

let serial = 0;
const listeners = new Set<(announcement: Announcement) => void>();

export function announce(text: string, politeness: Politeness = 'polite'): void {
  serial += 1;
  for (const listener of listeners) listener({ text, politeness, serial });
}

export function onAnnounce(listener: (announcement: Announcement) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
