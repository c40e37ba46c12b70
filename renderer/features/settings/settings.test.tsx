import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSettings, useSettings } from '#renderer/app/desk/settings.ts';
import { useDesktop } from '#renderer/app/desktop/desktop.ts';
import { RHYTHMS } from '#renderer/app/sound/rhythm.ts';
import { renderWithDesk, settle } from '#renderer/testing/renderWithDesk.tsx';
import type { ShellInfo } from '#shared/contract/shell.ts';
import { readMinutes } from './attentionForm.ts';
import { SettingsScreen } from './SettingsScreen.tsx';

const desktop: ShellInfo = {
  platform: 'linux',
  window: 'main',
  displays: [
    { displayId: 1, label: '内置 1920×1080', width: 1920, height: 1080, isPrimary: true },
    { displayId: 7, label: '大屏 3840×2160', width: 3840, height: 2160, isPrimary: false },
  ],
  wall: { isOpen: false, displayId: 7 },
  autostart: { on: false },
};

let asked: [string, unknown][] = [];
beforeEach(() => {
  asked = [];
});
afterEach(() => {
  useDesktop.setState({ info: null });
  Reflect.deleteProperty(window, 'watchdesk');
});

/** As if Electron's preload script had run. */
function insideDesktop(info: ShellInfo): void {
  useDesktop.setState({ info });
  const heard = (call: string) => async (body: unknown) => {
    asked.push([call, body]);
    return { status: 200, value: {} };
  };
  Object.assign(window, {
    watchdesk: { openWall: heard('openWall'), closeWall: heard('closeWall'), setAutostart: heard('setAutostart') },
  });
}

const press = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
const panel = (name: string) => within(screen.getByRole('region', { name: new RegExp(`^${name}`) }));

describe('设置', () => {
  it('a self-check by hand is recorded in the acting officer’s name and shown item by item', async () => {
    const { api } = await renderWithDesk(<SettingsScreen />);
    const before = api.live.position();
    expect(screen.getByText(/还没有自检过/)).toBeTruthy();
    await press('立即自检');
    expect(api.live.position()).toBe(before + 1);
    expect(screen.getByText('14:31 张海峰 自检')).toBeTruthy();
    expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(8);
    expect(screen.getByText(/▲/).parentElement?.textContent, 'jsdom has no voice').toContain('没有声音设备');
  });

  it('the volume is kept with the screen’s settings', async () => {
    const { host } = await renderWithDesk(<SettingsScreen />);
    await loadSettings(host.drafts, 'live');
    await settle();
    fireEvent.click(screen.getByRole('radio', { name: '低' }));
    expect(useSettings.getState().volume).toBe('low');
    expect(JSON.parse(host.drafts.read('live', 'ui/settings').value ?? '')).toMatchObject({ volume: 'low' });
    fireEvent.click(screen.getByRole('radio', { name: '高' }));
  });

  it('there is a test of every rhythm', async () => {
    await renderWithDesk(<SettingsScreen />);
    expect(panel('告警声').getAllByRole('button', { name: /试听/ })).toHaveLength(Object.keys(RHYTHMS).length);
  });

  it('attention marks: another list is an entry, the default comes back, what is no list says so', async () => {
    const { api } = await renderWithDesk(<SettingsScreen />);
    const type = (value: string) => fireEvent.change(screen.getByLabelText(/提醒点（分钟）/), { target: { value } });
    const before = api.live.position();
    type('三 8');
    await press(/记录（张海峰）/);
    expect(screen.getByText('请填分钟数，如 5 10')).toBeTruthy();
    type('8 3');
    await press(/记录（张海峰）/);
    expect(screen.getAllByText(/应从小到大/).length).toBeGreaterThan(0);
    expect(api.live.position()).toBe(before);
    type('3、8');
    await press(/记录（张海峰）/);
    expect(screen.getByText('应“立即”办的事项，起算后 3、8 分钟各提醒一次。')).toBeTruthy();
    expect(screen.getByText('张海峰 14:31 设定，仅本值守台。')).toBeTruthy();
    await press('恢复默认');
    expect(screen.getByText('应“立即”办的事项，起算后 5、10 分钟各提醒一次。')).toBeTruthy();
  });

  it('in a browser the wall is a page and autostart is said not to be there', async () => {
    await renderWithDesk(<SettingsScreen />);
    const link = screen.getByRole('link', { name: '在新页打开大屏' });
    expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual(['#/wall', '_blank']);
    expect(panel('开机启动').queryByRole('checkbox')).toBeNull();
    expect(panel('开机启动').getByText(/只有桌面程序/)).toBeTruthy();
  });

  it('in the desktop program the wall opens on the remembered display, and autostart is a switch', async () => {
    insideDesktop(desktop);
    await renderWithDesk(<SettingsScreen />);
    await press('打开大屏');
    fireEvent.click(screen.getByRole('checkbox', { name: '登录系统后自动启动值守台' }));
    expect(asked).toEqual([
      ['openWall', { displayId: 7 }],
      ['setAutostart', { on: true }],
    ]);
  });

  it('a display that is gone is not chosen; an open wall can be closed', async () => {
    insideDesktop({ ...desktop, wall: { isOpen: true, displayId: 9 } });
    await renderWithDesk(<SettingsScreen />);
    expect(panel('大屏').getByRole('button', { name: /自动选择/ })).toBeTruthy();
    await press('关闭大屏');
    expect(asked).toEqual([['closeWall', undefined]]);
  });
});

describe('minutes as typed', () => {
  it.each([
    ['5 10', [5, 10]],
    ['5、10', [5, 10]],
    [' 3,8 ，12', [3, 8, 12]],
    ['', null],
    ['五', null],
    ['5.5', null],
    ['-5', null],
  ])('%j', (text, minutes) => {
    expect(readMinutes(text)).toEqual(minutes);
  });
});
