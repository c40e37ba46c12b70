import { fireEvent, screen } from '@testing-library/react';
import { type ReactNode, useContext } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { renderWithDesk, settle } from '#renderer/testing/renderWithDesk.tsx';
import type { CommandInput } from '#shared/domain/commands.ts';
import type { ConfirmCode } from '#shared/domain/errors.ts';
import { DeskContext } from '../desk/deskContext.ts';
import { ActDialog } from './ActDialog.tsx';
import type { Missing } from './MissingFields.tsx';

const note: CommandInput = { type: 'AddNote', incidentId: 'zezhou-crude', text: '现场通报' };
const odd: CommandInput = { ...note, happenedAt: '2026-02-13T18:00+08:00' };

/** The same desk, as a drill. */
function AsDrill({ children }: { children: ReactNode }) {
  const ctx = useContext(DeskContext);
  if (ctx === null) return null;
  return (
    <DeskContext.Provider value={{ ...ctx, desk: { ...ctx.desk, kind: 'drill' } }}>{children}</DeskContext.Provider>
  );
}

type Scene = { command?: CommandInput; effectSays?: readonly ConfirmCode[]; missing?: Missing[] };

async function open(part: Scene, as: (dialog: ReactNode) => ReactNode) {
  const closed = vi.fn();
  const dialog = (
    <ActDialog
      title="启动响应"
      act="启动"
      missing={part.missing ?? []}
      command={() => part.command ?? note}
      effect={<p>指挥长决定，执行Ⅰ级响应</p>}
      effectSays={part.effectSays ?? []}
      draft={{ discard: () => {}, exists: false, savedAt: null, unsaved: false }}
      onClose={closed}
    >
      <p data-field="text">
        <input aria-label="内容" />
      </p>
    </ActDialog>
  );
  const { api } = await renderWithDesk(as(dialog));
  const sent = vi.spyOn(api, 'execute');
  return { sent, closed };
}

const onLive = (dialog: ReactNode) => dialog;
const onDrill = (dialog: ReactNode) => <AsDrill>{dialog}</AsDrill>;
const act = () => screen.getByRole('button', { name: /^启动/ });
const press = async (button: HTMLElement) => {
  fireEvent.click(button);
  await settle();
};

describe('what cannot be taken back [ux 4]', () => {
  it('is asked once on a live desk, saying the effect and the authority, and recorded after that', async () => {
    const { sent, closed } = await open({}, onLive);
    await press(act());
    expect(screen.getByRole('alertdialog').textContent).toContain('指挥长决定，执行Ⅰ级响应');
    expect(sent).not.toHaveBeenCalled();
    await press(screen.getByRole('button', { name: '确认启动' }));
    expect(sent).toHaveBeenCalledTimes(1);
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('is never asked about in a drill', async () => {
    const { sent, closed } = await open({}, onDrill);
    await press(act());
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(sent).toHaveBeenCalledTimes(1);
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('[DESK-2] what the effect says already is not asked back by the desk', async () => {
    const { closed } = await open({ command: odd, effectSays: ['futureTime'] }, onLive);
    await press(act());
    await press(screen.getByRole('button', { name: '确认启动' }));
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('[DESK-2] nobody was told it in a drill, so there the desk does ask', async () => {
    const { closed } = await open({ command: odd, effectSays: ['futureTime'] }, onDrill);
    await press(act());
    expect(screen.getByRole('alertdialog').textContent).toContain('晚于');
    await press(screen.getByRole('button', { name: /返回修改/ }));
    expect(closed).not.toHaveBeenCalled();
  });

  it('[LOG-5] pressed twice it is one decision', async () => {
    const { sent } = await open({}, onDrill);
    fireEvent.click(act());
    fireEvent.click(act());
    await settle();
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it('with something missing nothing is asked or sent, and what is missing is named', async () => {
    const { sent } = await open({ missing: ['决定人'] }, onLive);
    await press(act());
    expect(screen.getAllByText('还缺：决定人')[0]).toBeTruthy();
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(sent).not.toHaveBeenCalled();
  });

  it('what is missing leads to its field, before anything is tried and when it is', async () => {
    const { sent } = await open({ missing: [{ label: '内容', field: 'text' }] }, onLive);
    const field = screen.getByRole('textbox', { name: '内容' });
    fireEvent.click(screen.getByRole('button', { name: '内容' }));
    expect(document.activeElement).toBe(field);
    field.blur();
    await press(act());
    expect(document.activeElement).toBe(field);
    expect(sent).not.toHaveBeenCalled();
  });

  it('what the desk refuses has the focus where it stands', async () => {
    const refused: CommandInput = { ...note, text: '' };
    const { closed } = await open({ command: refused }, onDrill);
    await press(act());
    expect(screen.getByRole('alert').textContent).toContain('内容');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '内容' }));
    expect(closed).not.toHaveBeenCalled();
  });
});
