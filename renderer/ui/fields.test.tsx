import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { renderWithDesk, TEST_NOW } from '#renderer/testing/renderWithDesk.tsx';
import type { TriState as Value } from '#shared/plan/facts.ts';
import { TextField } from './TextField.tsx';
import { TimeField } from './TimeField.tsx';
import { TriState } from './TriState.tsx';
import { NO_TIME } from './timeValue.ts';

describe('Enter and the input method [ux 6]', () => {
  it('a real Enter submits; one that picks letters never does', async () => {
    const submitted = vi.fn();
    await renderWithDesk(<TextField label="位置" onEnter={submitted} />);
    const input = screen.getByLabelText('位置');
    fireEvent.keyDown(input, { key: 'Enter', isComposing: true });
    fireEvent.keyDown(input, { key: 'Enter', keyCode: 229 });
    expect(submitted).not.toHaveBeenCalled();
    fireEvent.keyDown(input, { key: 'Enter', keyCode: 13 });
    expect(submitted).toHaveBeenCalledTimes(1);
  });

  it('an error names itself to assistive technology', async () => {
    await renderWithDesk(<TextField label="姓名" error="请填写姓名" />);
    const input = screen.getByLabelText('姓名');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    const described = (input.getAttribute('aria-describedby') ?? '').split(' ');
    expect(described.map((id) => document.getElementById(id)?.textContent).join('')).toContain('请填写姓名');
  });
});

describe('time field', () => {
  function Field({ now }: { now: () => number }) {
    const [value, setValue] = useState(NO_TIME);
    return (
      <TimeField
        label="事发"
        value={value}
        onChange={setValue}
        now={now}
        timeZone="Asia/Shanghai"
        meaning={({ at }) => new Date(at).toISOString()}
      />
    );
  }

  it('-20 stands for the moment it was typed, and is left behind as a clock time', async () => {
    let now = TEST_NOW;
    await renderWithDesk(<Field now={() => now} />);
    const input = screen.getByLabelText<HTMLInputElement>('事发');
    fireEvent.focus(input);
    fireEvent.change(input, { target: { value: '-20' } });
    expect(screen.getByText('2026-02-13T06:11:00.000Z')).toBeTruthy();
    now += 10 * 60_000;
    fireEvent.blur(input);
    expect(input.value).toBe('14:11');
    expect(screen.getByText('2026-02-13T06:11:00.000Z')).toBeTruthy();
  });

  it('what is no time is said once the field is left, not while typing', async () => {
    await renderWithDesk(<Field now={() => TEST_NOW} />);
    const input = screen.getByLabelText('事发');
    fireEvent.focus(input);
    fireEvent.change(input, { target: { value: '25' } });
    expect(screen.queryByText(/看不懂/)).toBeNull();
    fireEvent.blur(input);
    expect(screen.getByText(/看不懂/)).toBeTruthy();
  });
});

describe('是 · 否 · 正在核实', () => {
  it('one key chooses, choosing again takes it back', async () => {
    const chosen: (Value | null)[] = [];
    function Chips() {
      const [value, setValue] = useState<Value | null>(null);
      const change = (next: Value | null) => {
        chosen.push(next);
        setValue(next);
      };
      return <TriState label="起火" value={value} onChange={change} />;
    }
    await renderWithDesk(<Chips />);
    const first = screen.getByRole('radio', { name: '是' });
    for (const key of ['y', 'n', '?', '？']) fireEvent.keyDown(first, { key });
    expect(chosen).toEqual(['yes', 'no', 'unknown', 'unknown']);
    fireEvent.click(screen.getByRole('radio', { name: '正在核实' }));
    expect(chosen.at(-1)).toBeNull();
  });
});
