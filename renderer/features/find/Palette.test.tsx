import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { translateZh } from '#renderer/app/i18n/translator.ts';
import { usePlace } from '#renderer/app/routes/navigation.ts';
import { SCREEN_TITLES } from '#renderer/app/routes/screens.tsx';
import { renderWithDesk, settle } from '#renderer/testing/renderWithDesk.tsx';
import { markParts } from './markParts.ts';
import { Palette } from './Palette.tsx';

const NOTHING_TYPED = { text: '', isEntered: false };

const box = () => screen.getByRole('combobox');
const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const active = () => document.getElementById(box().getAttribute('aria-activedescendant') ?? '');

async function look(text: string): Promise<void> {
  fireEvent.change(box(), { target: { value: text } });
  await settle();
}

const place = () => usePlace.getState().route;

describe('the palette', () => {
  it('[SEARCH-8] finds by part of a text, marks it, and points at the first with the focus in the box', async () => {
    await renderWithDesk(<Palette early={NOTHING_TYPED} />);
    expect(document.activeElement).toBe(box());
    await look('值');
    await waitFor(() => expect(document.querySelectorAll('mark').length).toBeGreaterThan(0));
    expect([...document.querySelectorAll('mark')].every(({ textContent }) => textContent === '值')).toBe(true);
    expect(active()?.getAttribute('aria-selected')).toBe('true');
    expect(document.activeElement).toBe(box());
  });

  it('[SEARCH-8] commands stand in the same box, by word and by initials, and run', async () => {
    await renderWithDesk(<Palette early={NOTHING_TYPED} />);
    await look('jl');
    expect(options()).toContain('记录 ');
    fireEvent.click(within(screen.getByRole('listbox')).getByRole('option', { name: /^记录/ }));
    expect(place()).toEqual({ screen: 'log' });
  });

  it('[SEARCH-8] 附件6: the calls of a level in force are a command by the level and the incident', async () => {
    await renderWithDesk(<Palette early={NOTHING_TYPED} />);
    await look('级响应呼叫');
    fireEvent.click(within(screen.getByRole('listbox')).getByRole('option', { name: /^Ⅰ级响应呼叫/ }));
    expect(place()).toEqual({ screen: 'callTree', of: 'incident', id: 'zezhou-crude' });
  });

  it('[SEARCH-8] what was typed before the box was there is not lost, Enter included', async () => {
    await renderWithDesk(<Palette early={{ text: '设置', isEntered: false }} />);
    expect((box() as HTMLInputElement).value).toBe('设置');
    expect(options()[0]).toContain('设置');
    await renderWithDesk(<Palette early={{ text: '统计', isEntered: true }} />);
    expect(place()).toEqual({ screen: 'statistics' });
  });

  it('[SEARCH-8] every screen that has an address of its own is a command', async () => {
    await renderWithDesk(<Palette early={NOTHING_TYPED} />);
    fireEvent.click(screen.getByRole('radio', { name: '命令' }));
    await settle();
    const names = options().map((name) => name?.replace(/ .*/u, ''));
    const titles = ['response', 'groups', 'bulletins', 'reports', 'log', 'calls', 'statistics', 'settings'] as const;
    for (const title of titles) expect(names).toContain(translateZh(SCREEN_TITLES[title]));
    expect(new Set(names).size, 'each once').toBe(names.length);
  });

  it('[SEARCH-8] arrows go around, Enter goes', async () => {
    await renderWithDesk(<Palette early={NOTHING_TYPED} />);
    await look('设置');
    const first = active();
    fireEvent.keyDown(box(), { key: 'ArrowUp' });
    expect(active()).toBe(screen.getAllByRole('option').at(-1));
    fireEvent.keyDown(box(), { key: 'ArrowDown' });
    expect(active()).toBe(first);
    expect(first?.textContent).toMatch(/^设置/);
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(place()).toEqual({ screen: 'settings' });
  });

  it('[SEARCH-8] while an input method composes nothing is looked for and Enter goes nowhere', async () => {
    await renderWithDesk(<Palette early={NOTHING_TYPED} />);
    const before = options();
    const input = box();
    fireEvent.compositionStart(input);
    fireEvent.input(input, { target: { value: 'she' }, isComposing: true });
    await settle();
    expect(options()).toEqual(before);
    usePlace.setState({ deskId: null, route: { screen: 'board' } });
    fireEvent.keyDown(input, { key: 'Enter', isComposing: true });
    fireEvent.keyDown(input, { key: 'Enter', keyCode: 229 });
    expect(place()).toEqual({ screen: 'board' });
    fireEvent.input(input, { target: { value: '设置' }, isComposing: true });
    fireEvent.compositionEnd(input);
    await settle();
    expect(options()[0]).toMatch(/^设置/);
  });

  it('[SEARCH-8] what is nowhere is said to be nowhere', async () => {
    await renderWithDesk(<Palette early={NOTHING_TYPED} />);
    await look('龘龘');
    expect(options()).toEqual([]);
    expect(screen.getByRole('status').textContent).toBe('没有找到“龘龘”');
    expect(box().getAttribute('aria-expanded')).toBe('false');
  });

  it('[SEARCH-8] a chip narrows to one kind; commands alone ask the desk nothing', async () => {
    await renderWithDesk(<Palette early={NOTHING_TYPED} />);
    await look('值');
    fireEvent.click(screen.getByRole('radio', { name: '人员' }));
    await settle();
    expect(screen.getAllByRole('group').filter((group) => group.querySelector('[role=option]')).length).toBe(1);
    fireEvent.click(screen.getByRole('radio', { name: '命令' }));
    await settle();
    expect(options()[0]).toMatch(/^值守板/);
    expect(document.querySelectorAll('mark').length).toBe(0);
  });
});

it('[SEARCH-5] a sentence is marked across its strong and quiet parts, and stays as it was', () => {
  const parts = [
    { text: '交办 ', strong: false },
    { text: '救援组', strong: true },
    { text: '：封路', strong: false, quiet: true },
  ];
  const marked = markParts(parts, '组：封');
  expect(marked.map(({ text }) => text).join('')).toBe('交办 救援组：封路');
  expect(marked.flatMap(({ text, hit, strong }) => (hit ? [[text, strong]] : []))).toEqual([
    ['组', true],
    ['：封', false],
  ]);
});
