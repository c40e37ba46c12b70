import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onAnnounce } from '#renderer/ui/announce.ts';
import type { OfficialDocument } from '#shared/documents/document.ts';
import type { FromDocxWorker } from './docxWorker.ts';
import { PaperActions } from './PaperActions.tsx';

/** The thread, told by the test what to say. */
class TestThread extends EventTarget {
  static made: TestThread[] = [];
  asked: unknown[] = [];
  isEnded = false;
  constructor() {
    super();
    TestThread.made.push(this);
  }
  postMessage(document: unknown) {
    this.asked.push(document);
  }
  terminate() {
    this.isEnded = true;
  }
  say = (data: FromDocxWorker) => act(async () => void this.dispatchEvent(new MessageEvent('message', { data })));
}

const paper: OfficialDocument = {
  masthead: null,
  number: null,
  title: '值班日志',
  addressee: null,
  blocks: [],
  closing: null,
  notes: [],
  copies: [],
  head: null,
  isDrill: false,
};
let downloads: string[] = [];
let said: string[] = [];
let stopListening = () => {};

beforeEach(() => {
  TestThread.made = [];
  downloads = [];
  said = [];
  stopListening = onAnnounce(({ text }) => said.push(text));
  vi.stubGlobal('Worker', TestThread);
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:paper', revokeObjectURL: () => {} }));
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    downloads.push(this.download);
  });
});
afterEach(() => {
  cleanup();
  stopListening();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function begin(): Promise<TestThread> {
  render(<PaperActions document={paper} />);
  fireEvent.click(screen.getByRole('button', { name: /存为 Word/ }));
  await act(async () => {});
  const [thread] = TestThread.made;
  if (thread === undefined) throw new Error('no thread was started');
  return thread;
}
const bar = () => screen.queryByRole<HTMLProgressElement>('progressbar', { name: '生成 Word 文件' });

describe('[DOC-5] a Word file is made beside the page', () => {
  it('the bar shows how far it is; made, it is handed over and the thread ends', async () => {
    const thread = await begin();
    expect(thread.asked).toEqual([paper]);
    await thread.say({ kind: 'progress', fraction: 0.42 });
    expect(bar()?.value).toBeCloseTo(0.42);
    expect(screen.getByText('已生成 42%')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /存为 Word/ }).disabled).toBe(true);
    await thread.say({ kind: 'made', bytes: new Uint8Array([1]) });
    expect(downloads).toEqual(['值班日志.docx']);
    expect(said).toEqual(['已保存']);
    expect([bar(), thread.isEnded]).toEqual([null, true]);
  });

  it('one that takes long is announced by quarters, not by hundredths', async () => {
    const thread = await begin();
    const began = performance.now();
    vi.spyOn(performance, 'now').mockReturnValue(began + 5000);
    for (const percent of [10, 26, 30, 51, 60, 80, 100])
      await thread.say({ kind: 'progress', fraction: percent / 100 });
    expect(said).toEqual(['已生成 26%', '已生成 51%', '已生成 80%']);
  });

  it('stopped, the thread ends, nothing is handed over, and it can be begun again', async () => {
    const thread = await begin();
    fireEvent.click(screen.getByRole('button', { name: '停止生成' }));
    await act(async () => {});
    expect([thread.isEnded, downloads, said, bar()]).toEqual([true, [], ['没有保存'], null]);
    expect(screen.queryByRole('alert')).toBeNull();
    fireEvent.keyDown(window, { key: 's', ctrlKey: true });
    await act(async () => {});
    expect(TestThread.made).toHaveLength(2);
  });

  it.each([
    ['fails', (thread: TestThread) => thread.say({ kind: 'failed', reason: 'x' })],
    ['cannot be loaded', (thread: TestThread) => act(async () => void thread.dispatchEvent(new Event('error')))],
  ])('a thread that %s is told in words, and ends', async (_, fault) => {
    const thread = await begin();
    await fault(thread);
    expect(screen.getByRole('alert').textContent).toBe('Word 文件没有生成，所写内容都还在，请再试一次');
    expect([thread.isEnded, downloads, bar()]).toEqual([true, [], null]);
  });
});
