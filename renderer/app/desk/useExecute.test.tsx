import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { renderWithDesk, settle } from '#renderer/testing/renderWithDesk.tsx';
import type { CommandInput } from '#shared/domain/commands.ts';
import { useExecute, useFailureText } from './useExecute.ts';

function Sender({ command }: { command: CommandInput }) {
  const execute = useExecute();
  const say = useFailureText();
  const [said, setSaid] = useState('');
  return (
    <>
      <button
        type="button"
        onClick={() => void execute(command).then((o) => setSaid(say(o) ?? (o.ok ? 'ok' : o.kind)))}
      >
        send
      </button>
      <output>{said}</output>
    </>
  );
}

const incidentId = 'zezhou-crude';
const future: CommandInput = { type: 'AddNote', incidentId, text: '通报', happenedAt: '2026-02-13T18:00+08:00' };
const press = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};

/** The safe answer has the focus once the dialog is there. */
const focusOn = (words: string) =>
  waitFor(() => {
    expect(document.activeElement?.tagName).toBe('BUTTON');
    expect(document.activeElement?.textContent).toContain(words);
  });

describe('a command from the screen', () => {
  it('what is odd is asked in words, and recorded after yes', async () => {
    await renderWithDesk(<Sender command={future} />);
    await press('send');
    const dialog = screen.getByRole('alertdialog');
    expect(dialog.textContent).toContain('晚于');
    await focusOn('返回修改');
    await press('仍然记录');
    expect(await screen.findByText('ok')).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  });

  it('Escape is no: nothing is recorded', async () => {
    const { api } = await renderWithDesk(<Sender command={future} />);
    const before = api.live.position();
    await press('send');
    await focusOn('返回修改');
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
    expect(await screen.findByText('declined')).toBeTruthy();
    expect(api.live.position()).toBe(before);
  });

  it('a refusal is said beside the form and announced', async () => {
    await renderWithDesk(<Sender command={{ type: 'AddNote', incidentId: 'nowhere', text: '通报' }} />);
    await press('send');
    const words = '没有这起事件：nowhere';
    expect(screen.getByText(words, { selector: 'output' })).toBeTruthy();
    expect(document.querySelector('[aria-live=assertive]')?.textContent).toBe(words);
  });

  it('no answer is said as such, and trying again records it once', async () => {
    const { api } = await renderWithDesk(<Sender command={{ type: 'AddNote', incidentId, text: '通报' }} />);
    const before = api.live.position();
    api.setReachable(false);
    await press('send');
    expect(screen.getByText(/未确认是否记录/, { selector: 'output' })).toBeTruthy();
    api.setReachable(true);
    await press('send');
    expect(screen.getByText('ok')).toBeTruthy();
    expect(api.live.position()).toBe(before + 1);
  });
});
