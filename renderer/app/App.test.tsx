import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeApi, type FakeApiOptions } from '#renderer/platform/fakeApi.ts';
import { completeJsdom, settle, TEST_NOW } from '#renderer/testing/renderWithDesk.tsx';
import { App } from './App.tsx';
import { createHost } from './desk/createHost.ts';
import { useHostInfo } from './desk/hostInfo.ts';
import { closeDialog } from './dialogs.ts';
import { navigate, usePlace } from './routes/navigation.ts';

beforeEach(() => {
  completeJsdom();
  vi.spyOn(Date, 'now').mockReturnValue(TEST_NOW);
});
afterEach(() => {
  closeDialog();
  usePlace.setState({ deskId: null, route: { screen: 'log' } });
  useHostInfo.setState({ info: null, connected: true });
});

async function start(options: FakeApiOptions = {}) {
  const api = createFakeApi({ now: () => TEST_NOW, ...options });
  usePlace.setState({ deskId: null, route: { screen: 'log' } });
  render(<App host={createHost(api)} />);
  // Screens are loaded when first shown.
  await (options.start === 'empty' ? screen.findByRole('heading', { level: 1 }) : screen.findByRole('table'));
  await settle();
  return api;
}
const press = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
/** The log's rows, newest first. */
const rows = () => [...document.querySelectorAll('tbody tr')].map((row) => row.textContent ?? '');
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('first run', () => {
  it('asks for plan, name and post, and ends on duty at the board', async () => {
    const api = await start({ start: 'empty' });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('启用值守台');
    await press(/启用/);
    expect(screen.getByText('请填写姓名')).toBeTruthy();
    type(/姓名/, '张海峰');
    fireEvent.change(screen.getByRole('combobox', { name: /岗位/ }), { target: { value: '值班员' } });
    await settle();
    await press(/启用并值班/);
    expect(usePlace.getState().route).toEqual({ screen: 'board' });
    act(() => navigate({ screen: 'log' }));
    expect(await screen.findByRole('button', { name: /人员：值班 张海峰/ })).toBeTruthy();
    expect(api.live.position()).toBe(3);
  });
});

describe('on duty', () => {
  it('shows live, who is on duty, the log’s head and the clock in the plan’s zone', async () => {
    await start();
    const banner = screen.getByRole('banner');
    expect(within(banner).getByText('实战')).toBeTruthy();
    expect(banner.textContent).toContain('2026-02-13');
    expect(banner.textContent).toContain('周五');
    expect(banner.textContent).toContain('14:31:13');
    expect(banner.textContent).toMatch(/日志 \d+/);
    expect(document.title).toBe('剩 9 分 · 记录 · Watchdesk 应急值守台');
  });

  it('an alarm stays until a named officer acknowledges it', async () => {
    await start();
    const bar = screen.getByRole('region', { name: '未确认的告警' });
    const before = within(bar).getAllByRole('button', { name: '确认（张海峰）' });
    expect(before).toHaveLength(2);
    expect(document.querySelector('[aria-live=assertive]')?.textContent).toContain('告警');
    for (const button of before) fireEvent.click(button);
    await settle();
    expect(screen.queryByRole('region', { name: '未确认的告警' })).toBeNull();
    expect(rows().filter((row) => row.includes('确认告警') && row.includes('张海峰'))).toHaveLength(2);
  });

  it('the acting officer is switched from the list, and signs what follows', async () => {
    await start();
    await press(/人员：/);
    await press(/王雪/);
    expect(screen.getAllByRole('button', { name: '确认（王雪）' })).toHaveLength(2);
    await press(/人员：/);
    await press('由 王雪 接值班');
    expect(rows()[0]).toMatch(/王雪 接值班.*王雪/);
  });

  it('F6 writes an entry from anywhere; Ctrl Enter records it', async () => {
    await start();
    fireEvent.keyDown(window, { key: 'F6' });
    await settle();
    type(/内容/, '县政府报：群众已疏散');
    fireEvent.keyDown(screen.getByLabelText(/内容/), { key: 'Enter', ctrlKey: true });
    await settle();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText('县政府报：群众已疏散')).toBeTruthy();
  });

  it('a struck entry stands struck through, with the reason', async () => {
    await start();
    const struck = document.querySelector('del');
    expect(struck?.textContent).toContain('紧急疏散 18000人');
    expect(struck?.parentElement?.textContent).toContain('已划去：公安更正');
  });

  it('says when the connection is lost, until it is back', async () => {
    const api = await start();
    act(() => api.setReachable(false));
    expect(screen.getByText(/连接中断/).closest('[role=alert]')).toBeTruthy();
    act(() => api.setReachable(true));
    await settle();
    expect(screen.queryByText(/连接中断/)).toBeNull();
  });

  it('says when this machine cannot show Chinese, and how to mend it', async () => {
    const api = createFakeApi({ now: () => TEST_NOW });
    vi.spyOn(api, 'host').mockResolvedValue({ ...(await api.host()), cjkFonts: false });
    render(<App host={createHost(api)} />);
    expect((await screen.findByText(/缺少中文字体/)).textContent).toContain('fonts-noto-cjk');
  });

  it('[FILE-6] says when the disk is nearly full, and where the data is', async () => {
    const api = createFakeApi({ now: () => TEST_NOW });
    const freeSpace = { bytes: 300.9 * 1024 * 1024, isLittle: true };
    vi.spyOn(api, 'host').mockResolvedValue({ ...(await api.host()), freeSpace, dataFolder: '/data/desk' });
    render(<App host={createHost(api)} />);
    const banner = await screen.findByText(/磁盘空间不足/);
    expect(banner.textContent).toMatch(/300 MB.*\/data\/desk/);
    expect(banner.closest('[role=alert]')).toBeTruthy();
  });

  it('? shows the keys, but not while typing', async () => {
    await start();
    fireEvent.keyDown(document.body, { key: '?' });
    await settle();
    expect(within(screen.getByRole('dialog')).getByText('F2')).toBeTruthy();
  });
});

describe('practice replay', () => {
  it('is marked 演练, stands on the scenario’s clock, takes no entries, and keeps real alarms in sight', async () => {
    const api = await start();
    const { deskId } = await api.openPractice('qingdao-2013');
    act(() => usePlace.setState({ deskId, route: { screen: 'log' } }));
    await screen.findByRole('button', { name: '回到实战' });
    await settle();
    expect(document.title).toBe('实战 剩 9 分 · 【演练】记录 · Watchdesk 应急值守台');
    const banner = screen.getByRole('banner');
    expect(within(banner).getByText('演练')).toBeTruthy();
    expect(banner.textContent).toContain('2013-11-22');
    expect(screen.queryByRole('button', { name: /写一条记录/ })).toBeNull();
    expect(screen.getAllByText('实战告警')).toHaveLength(2);
    expect(screen.queryByText(/东黄输油管道泄漏/)).toBeNull();
    await press('下一节点');
    expect(screen.getAllByText(/东黄输油管道泄漏/).length).toBeGreaterThan(0);
    await press('回到实战');
    expect(within(screen.getByRole('banner')).getByText('实战')).toBeTruthy();
    expect(screen.getByRole('banner').textContent).toContain('2026-02-13');
  });
});
