import { fireEvent, screen } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { useDraft } from '#renderer/app/desk/useDraft.ts';
import { type Rendered, renderWithDesk, settle } from '#renderer/testing/renderWithDesk.tsx';
import { useKeyCount } from './useKeyCount.ts';

const KEY = 'keys/form';

beforeEach(() => {
  window.location.hash = '';
});

const press = (n: number, key = 'a', more: object = {}) => {
  for (let i = 0; i < n; i += 1)
    fireEvent.keyDown(document.activeElement ?? document.body, { key, code: key, ...more });
};
const fill = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label, { selector: 'input, textarea' }), { target: { value } });

function Form() {
  const draft = useDraft('form', '');
  const keys = useKeyCount({ key: KEY, form: draft.exists ? 'begun' : 'empty' });
  return (
    <>
      <input
        aria-label="field"
        value={draft.value}
        onChange={({ target }) => draft.set(target.value)}
        onKeyDownCapture={keys.onKeyDownCapture}
      />
      <input aria-label="elsewhere" />
      <output>{JSON.stringify(keys.recorded())}</output>
      <button type="button" onClick={() => draft.set((now) => `${now}.`)}>
        {'look'}
      </button>
    </>
  );
}

/** Left and opened again. */
function Page({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(!isOpen)}>
        {'open or leave'}
      </button>
      {isOpen && children}
    </>
  );
}
const openOrLeave = () => fireEvent.click(screen.getByRole('button', { name: 'open or leave' }));

/** What would be recorded now. */
const recorded = async () => {
  fireEvent.click(screen.getByRole('button', { name: 'look' }));
  await settle();
  return JSON.parse(screen.getByText(/^\{/).textContent ?? '') as object;
};
const kept = ({ host }: Rendered) => host.drafts.read('live', KEY).value;
const focus = (name: string) => screen.getByLabelText(name).focus();

describe('[KEYS-1] keys of a form, from its opening to saving', () => {
  it('counts what is pressed in it or nowhere, and nothing pressed elsewhere', async () => {
    await renderWithDesk(<Form />);
    focus('field');
    press(3);
    press(2, 'Control');
    press(4, 'a', { repeat: true });
    (document.activeElement as HTMLElement).blur();
    press(1);
    focus('elsewhere');
    press(5);
    expect(await recorded()).toEqual({ keysPressed: 4 });
  });

  it('goes on after the page was reloaded, left, and opened again', async () => {
    const page = await renderWithDesk(
      <Page>
        <Form />
      </Page>,
    );
    openOrLeave();
    focus('field');
    fill('field', 'x');
    press(3);
    fireEvent(window, new Event('pagehide'));
    expect(kept(page)).toBe('3');
    press(2);
    expect(kept(page)).toBe('open');
    openOrLeave();
    expect(kept(page)).toBe('5');
    openOrLeave();
    expect(await recorded()).toEqual({ keysPressed: 5 });
  });

  it.each([
    ['7', { keysPressed: 8 }, '8'],
    ['open', {}, 'lost'],
    ['lost', {}, 'lost'],
    [null, {}, 'lost'],
  ])('a form begun, with %s kept: %j would be recorded', async (before, wanted, after) => {
    const page = await renderWithDesk(
      <Page>
        <Form />
      </Page>,
    );
    page.host.drafts.write('live', 'form', '"x"');
    page.host.drafts.write('live', KEY, before);
    openOrLeave();
    focus('field');
    press(1);
    expect(kept(page)).toBe('open');
    expect(await recorded()).toEqual(wanted);
    openOrLeave();
    expect(kept(page)).toBe(after);
  });

  it('a form with nothing typed begins, and leaves nothing behind', async () => {
    const page = await renderWithDesk(
      <Page>
        <Form />
      </Page>,
    );
    page.host.drafts.write('live', KEY, '7');
    openOrLeave();
    focus('field');
    press(2);
    openOrLeave();
    expect(kept(page)).toBeNull();
  });
});
