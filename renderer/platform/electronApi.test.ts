import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Bridge, type IpcAnswer, ipcCalls } from '#shared/contract/shell.ts';
import { BEAT_MS } from '#shared/contract/webRoutes.ts';
import { createElectronApi } from './electronApi.ts';
import { HostFailure } from './hostFailure.ts';

function fakeBridge(answer: IpcAnswer) {
  let hear: (push: unknown) => void = () => {};
  const calls = Object.fromEntries(ipcCalls.map((call) => [call, vi.fn(async () => answer)]));
  const bridge = {
    ...calls,
    onPush: (listener: (push: unknown) => void) => ((hear = listener), () => (hear = () => {})),
  } as unknown as Bridge;
  return { bridge, push: (push: unknown) => hear(push) };
}
const beat = { type: 'beat', now: 1, positions: {} };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the desk over Electron’s channels', () => {
  it('answers are handed on, refusals in the desk’s own shape too', async () => {
    const refusal = { ok: false, error: { code: 'invalidCommand', params: {} } };
    const ok = createElectronApi(fakeBridge({ status: 200, value: { drafts: [] } }).bridge);
    await expect(ok.listDrafts('main')).resolves.toEqual([]);
    const refused = createElectronApi(fakeBridge({ status: 400, value: refusal }).bridge);
    await expect(refused.query('main', { type: 'getBoard' })).resolves.toEqual(refusal);
  });

  it.each([403, 404, 500, 503])(
    'status %i is a failure: the caller may send the same command again',
    async (status) => {
      const api = createElectronApi(fakeBridge({ status, value: { failure: 'x' } }).bridge);
      await expect(api.host()).rejects.toEqual(new HostFailure(status));
    },
  );

  it('changes are told; what is the shell’s own is not', () => {
    const { bridge, push } = fakeBridge({ status: 200, value: {} });
    const heard: unknown[] = [];
    createElectronApi(bridge).subscribe((changed) => heard.push(changed));
    push({ type: 'menu', command: 'board' });
    push({ type: 'changed', desk: 'main', position: 3, streams: ['call/1'] });
    expect(heard).toEqual([{ desk: 'main', position: 3, streams: ['call/1'] }]);
  });

  it('a program that fell silent is a lost connection; when it speaks again, everything is asked anew', () => {
    const { bridge, push } = fakeBridge({ status: 200, value: {} });
    const api = createElectronApi(bridge);
    const states: boolean[] = [];
    const heard: number[] = [];
    api.onConnection((connected) => states.push(connected));
    api.subscribe(({ position }) => heard.push(position));
    push(beat);
    vi.advanceTimersByTime(3 * BEAT_MS - 1);
    expect(states).toEqual([true]);
    vi.advanceTimersByTime(1);
    push(beat);
    expect(states).toEqual([true, false, true]);
    expect(heard).toEqual([-1]);
    api.close();
  });
});
