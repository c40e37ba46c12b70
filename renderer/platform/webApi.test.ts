import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Changed } from '#shared/contract/deskApi.ts';
import { createWebApi, HostFailure, type WebApiOptions } from './webApi.ts';

class FakeSocket {
  static opened: FakeSocket[] = [];
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;
  constructor() {
    FakeSocket.opened.push(this);
  }
  push(message: unknown) {
    this.onmessage?.({ data: typeof message === 'string' ? message : JSON.stringify(message) });
  }
  close() {
    this.onclose?.();
  }
}
const hello = { type: 'hello', now: 1, positions: { live: 3 } };
const newest = () => FakeSocket.opened.at(-1) as FakeSocket;

const create = (options: WebApiOptions = {}) =>
  createWebApi({
    origin: 'http://127.0.0.1:7000',
    WebSocket: FakeSocket as unknown as new (url: string) => WebSocket,
    ...options,
  });

const answering = (status: number, body: unknown) => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response(JSON.stringify(body), { status }));
  return { fetch, sent: () => fetch.mock.calls[0] as [string, RequestInit] };
};

beforeEach(() => {
  vi.useFakeTimers();
  FakeSocket.opened = [];
});
afterEach(() => vi.useRealTimers());

describe('calls', () => {
  it('posts JSON to the host’s own path and hands back its answer', async () => {
    const { fetch, sent } = answering(200, { ok: true, result: [] });
    const reply = await create({ fetch }).query('live', { type: 'listCalls' });
    expect(reply).toEqual({ ok: true, result: [] });
    const [url, init] = sent();
    expect(url).toBe('http://127.0.0.1:7000/api/query');
    expect(init).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/json' }, keepalive: false });
    expect(JSON.parse(init.body as string)).toEqual({ desk: 'live', query: { type: 'listCalls' } });
  });

  it.each([
    ['a draft outlives the page', 'x', true],
    ['one too large for that is sent plainly', 'x'.repeat(70_000), false],
  ])('%s', async (_, value, keepalive) => {
    const { fetch, sent } = answering(200, { savedAt: 5 });
    expect(await create({ fetch }).saveDraft('live', 'intake', value)).toEqual({ savedAt: 5 });
    expect(sent()[1].keepalive).toBe(keepalive);
  });

  it('a malformed command comes back as a refusal, in the desk’s own shape', async () => {
    const refusal = { ok: false, error: { code: 'invalidCommand', params: { issues: [] } } };
    const { fetch } = answering(400, refusal);
    expect(await create({ fetch }).query('live', { type: 'getDesk' })).toEqual(refusal);
  });

  it.each([500, 503, 404])('%i throws: the caller may send it again', async (status) => {
    const { fetch } = answering(status, { failure: 'failed' });
    await expect(create({ fetch }).host()).rejects.toEqual(new HostFailure(status));
  });

  it('401 tells that the session is gone', async () => {
    const { fetch } = answering(401, { failure: 'noSession' });
    const onNoSession = vi.fn();
    await expect(create({ fetch, onNoSession }).host()).rejects.toThrow(HostFailure);
    expect(onNoSession).toHaveBeenCalledTimes(1);
  });
});

describe('changes', () => {
  const listen = () => {
    const heard: Changed[] = [];
    const states: boolean[] = [];
    const api = create();
    api.subscribe((changed) => heard.push(changed));
    api.onConnection((connected) => states.push(connected));
    return { api, heard, states };
  };

  it('one socket for all listeners; connected once the host says hello', () => {
    const { states } = listen();
    expect(FakeSocket.opened).toHaveLength(1);
    expect(states).toEqual([]);
    newest().push(hello);
    expect(states).toEqual([true]);
  });

  it('passes on what changed, and nothing that is not a push of the host', () => {
    const { heard } = listen();
    newest().push(hello);
    newest().push({ type: 'changed', desk: 'live', position: 4, streams: ['desk'] });
    for (const nonsense of ['{', '[]', '{"type":"changed"}', '"x"']) newest().push(nonsense);
    expect(heard).toEqual([{ desk: 'live', position: 4, streams: ['desk'] }]);
  });

  it('reconnects by itself, waiting longer each time, and then says that something may have been missed', () => {
    const { heard, states } = listen();
    newest().push(hello);
    newest().close();
    expect(states).toEqual([true, false]);
    vi.advanceTimersByTime(250);
    expect(FakeSocket.opened).toHaveLength(2);
    newest().close();
    vi.advanceTimersByTime(499);
    expect(FakeSocket.opened).toHaveLength(2);
    vi.advanceTimersByTime(1);
    newest().push(hello);
    expect(states).toEqual([true, false, true]);
    expect(heard).toEqual([{ desk: '', position: -1, streams: [] }]);
  });

  it('takes a host that fell silent for lost', () => {
    const { states } = listen();
    newest().push(hello);
    vi.advanceTimersByTime(14_000);
    newest().push({ type: 'beat', now: 2, positions: {} });
    vi.advanceTimersByTime(14_999);
    expect(states).toEqual([true]);
    vi.advanceTimersByTime(1);
    expect(states).toEqual([true, false]);
  });

  it('a socket that never says hello is given up and tried again', () => {
    listen();
    vi.advanceTimersByTime(15_000 + 250);
    expect(FakeSocket.opened).toHaveLength(2);
  });

  it('closing ends it for good', () => {
    const { api } = listen();
    newest().push(hello);
    api.close();
    vi.advanceTimersByTime(60_000);
    expect(FakeSocket.opened).toHaveLength(1);
  });
});
