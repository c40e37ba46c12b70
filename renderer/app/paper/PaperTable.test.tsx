import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { TablePart } from '#shared/documents/document.ts';
import { PaperTable } from './PaperTable.tsx';

const table = (length: number, mark = ''): TablePart => ({
  role: 'table',
  columns: [{ header: '序号', share: 1 }],
  rows: Array.from({ length }, (_, n) => [`${n}${mark}`]),
});
const cells = () => document.querySelectorAll('td').length;
const isBusy = () => screen.getByRole('table').getAttribute('aria-busy') === 'true';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('[DOC-6] a long table comes in sections, each a turn later, and is whole in the end', () => {
  render(<PaperTable table={table(500)} />);
  const first = cells();
  expect(first).toBeLessThan(300);
  expect(isBusy()).toBe(true);
  act(() => void vi.advanceTimersToNextTimer());
  expect(cells()).toBeGreaterThan(first);
  expect(cells()).toBeLessThan(first + 100);
  while (vi.getTimerCount() > 0) act(() => void vi.advanceTimersToNextTimer());
  expect([cells(), isBusy()]).toEqual([500, false]);
});

it('[DOC-6] before it is printed all of it stands there', () => {
  render(<PaperTable table={table(500)} />);
  act(() => void window.dispatchEvent(new Event('beforeprint')));
  expect([cells(), isBusy()]).toEqual([500, false]);
});

it('[DOC-6] a row that comes or changes later is shown, the others stay the elements they were', () => {
  const { rerender } = render(<PaperTable table={table(100)} />);
  const before = [...document.querySelectorAll('td')];
  rerender(<PaperTable table={{ ...table(100), rows: [...table(99).rows, ['changed'], ['new']] }} />);
  const after = [...document.querySelectorAll('td')];
  expect(after.slice(0, 99).every((cell, index) => cell === before[index])).toBe(true);
  expect(after.slice(99).map(({ textContent }) => textContent)).toEqual(['changed', 'new']);
});
