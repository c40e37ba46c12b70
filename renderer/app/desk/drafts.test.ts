import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDrafts } from './drafts.ts';

const saves: { key: string; value: string | null }[] = [];
let failing = false;
const api = {
  listDrafts: async () => [{ key: 'intake', value: '"kept"', savedAt: 5 }],
  saveDraft: async (_desk: string, key: string, value: string | null) => {
    if (failing) throw new Error('unreachable');
    saves.push({ key, value });
    return { savedAt: 10 + saves.length };
  },
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  saves.length = 0;
  failing = false;
});

describe('drafts [ux 6: nothing typed is lost]', () => {
  it('what was saved before is there at once', async () => {
    const drafts = createDrafts(api);
    await drafts.load('live');
    expect(drafts.read('live', 'intake')).toEqual({ value: '"kept"', savedAt: 5, dirty: false });
    expect(drafts.read('other', 'intake').value).toBeNull();
  });

  it('saves once, 300 ms after the last stroke', async () => {
    const drafts = createDrafts(api);
    for (const value of ['"a"', '"ab"', '"abc"']) {
      drafts.write('live', 'note', value);
      await vi.advanceTimersByTimeAsync(299);
    }
    expect(saves).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(saves).toEqual([{ key: 'note', value: '"abc"' }]);
    expect(drafts.read('live', 'note')).toEqual({ value: '"abc"', savedAt: 11, dirty: false });
  });

  it('saves at once when the page goes', async () => {
    const drafts = createDrafts(api);
    drafts.write('live', 'note', '"a"');
    drafts.flush();
    await vi.advanceTimersByTimeAsync(0);
    expect(saves).toEqual([{ key: 'note', value: '"a"' }]);
  });

  it('stays dirty while the host is away, and saves when it is back', async () => {
    const drafts = createDrafts(api);
    failing = true;
    drafts.write('live', 'note', '"a"');
    await vi.advanceTimersByTimeAsync(1000);
    expect(drafts.read('live', 'note').dirty).toBe(true);
    failing = false;
    await vi.advanceTimersByTimeAsync(3000);
    expect(saves).toEqual([{ key: 'note', value: '"a"' }]);
    expect(drafts.read('live', 'note').dirty).toBe(false);
  });

  it('one save at a time: what is typed during one is saved after it, never before', async () => {
    const pending: (() => void)[] = [];
    const sent: (string | null)[] = [];
    const drafts = createDrafts({
      ...api,
      saveDraft: (_desk, _key, value) => {
        sent.push(value);
        return new Promise((resolve) => pending.push(() => resolve({ savedAt: 7 })));
      },
    });
    drafts.write('live', 'note', '"a"');
    await vi.advanceTimersByTimeAsync(300);
    drafts.write('live', 'note', '"ab"');
    await vi.advanceTimersByTimeAsync(300);
    expect(sent).toEqual(['"a"']);
    pending.shift()?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(drafts.read('live', 'note')).toEqual({ value: '"ab"', savedAt: 7, dirty: true });
    expect(sent).toEqual(['"a"', '"ab"']);
    pending.shift()?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(drafts.read('live', 'note').dirty).toBe(false);
  });

  it('discarding deletes it on disk too', async () => {
    const drafts = createDrafts(api);
    await drafts.load('live');
    drafts.write('live', 'intake', null);
    await vi.advanceTimersByTimeAsync(300);
    expect(saves).toEqual([{ key: 'intake', value: null }]);
    expect(drafts.read('live', 'intake')).toEqual({ value: null, savedAt: null, dirty: false });
  });

  it('reading from disk never overwrites what is being typed', async () => {
    const drafts = createDrafts(api);
    drafts.write('live', 'intake', '"newer"');
    await drafts.load('live');
    expect(drafts.read('live', 'intake').value).toBe('"newer"');
  });
});
