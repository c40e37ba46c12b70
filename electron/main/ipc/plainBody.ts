/**
 * A body as the web host would have read it: JSON of bounded size and nothing else. What structured cloning carries
 * besides (maps, dates, typed arrays, cycles, big numbers) never reaches a schema.
 */
export type PlainBody = { ok: true; value: unknown } | { ok: false; status: 400 | 413 };

export function plainBody(body: unknown, maxBytes: number): PlainBody {
  if (body === undefined) return { ok: true, value: undefined };
  let text: string | undefined;
  try {
    text = JSON.stringify(body);
  } catch {
    return { ok: false, status: 400 };
  }
  if (text === undefined) return { ok: false, status: 400 };
  if (Buffer.byteLength(text) > maxBytes) return { ok: false, status: 413 };
  return { ok: true, value: JSON.parse(text) };
}
