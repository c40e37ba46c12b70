import { describe, expect, test } from 'vitest';
import { newUuid } from './ids.ts';
import { randomBytes } from './random.ts';

describe('fresh ids', () => {
  test('[LOG-8] are UUIDs of version 7 that sort by time and never repeat', () => {
    const start = Date.UTC(2026, 2, 2);
    const ids = Array.from({ length: 5000 }, (_, i) => newUuid(start + i));
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
      true,
    );
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(Array.from({ length: 5000 }, () => newUuid(start))).size).toBe(5000);
  });

  test('[LOG-8] random bytes are handed out once', () => {
    const seen = Array.from({ length: 1000 }, () => randomBytes(16).toString('hex'));
    expect(new Set(seen).size).toBe(1000);
  });
});
