/** Into the field that something is about: the one with this path, or what it is a part of (`approval.post`, `approval`). */
export function focusField(root: HTMLElement | null, path: string): void {
  const parts = path.split('.');
  for (let n = parts.length; n > 0; n -= 1) {
    const place = root?.querySelector(`[data-field="${CSS.escape(parts.slice(0, n).join('.'))}"]`);
    const stop = place?.querySelector<HTMLElement>('input, textarea, button');
    if (stop === null || stop === undefined) continue;
    stop.focus();
    return;
  }
}
