import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { useClockStore } from '#renderer/app/clock/clock.ts';
import { usePlace } from '#renderer/app/routes/navigation.ts';
import { parsePlace } from '#renderer/app/routes/route.ts';
import { type Rendered, renderWithDesk, settle, TEST_NOW } from '#renderer/testing/renderWithDesk.tsx';
import { IncidentReportsScreen } from './IncidentReportsScreen.tsx';
import { PhoneReportScreen } from './PhoneReportScreen.tsx';
import { splitUnknown } from './phone/splitUnknown.ts';
import { WorkshopScreen } from './WorkshopScreen.tsx';

const SMALL = 'gaoping-valve';
const BIG = 'zezhou-crude';

beforeEach(() => {
  window.location.hash = '';
  usePlace.setState(parsePlace(`#/report/${SMALL}/phone`));
});

const fill = (label: string, text: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value: text } });
const press = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
const checkbox = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });

describe('what is being verified stands out in the script', () => {
  it.each([
    ['遇难0人，被困正在核实。', ['遇难0人，被困', '*正在核实', '。']],
    ['正在核实', ['*正在核实']],
    ['遇难0人。', ['遇难0人。']],
  ])('%s', (text, parts) => {
    expect(splitUnknown(text).map((part) => (part.isUnknown ? `*${part.text}` : part.text))).toEqual(parts);
  });
});

describe('F4 电话报告 [plan 4.1.2]', () => {
  it('whom to call, the words, how long they take, and the focus in the receiver', async () => {
    await renderWithDesk(<PhoneReportScreen incidentId={SMALL} />);
    const script = within(screen.getByRole('region', { name: '打给 市委、市政府' }));
    expect(script.getByText(/^市委、市政府，我是市指挥部办公室值班员张海峰/)).toBeTruthy();
    expect(script.getByText(/遇难0人，受伤0人/)).toBeTruthy();
    expect(script.getByText(/约 \d+ 秒读完/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('接收人姓名'));
    expect(checkbox('市委、市政府').checked).toBe(true);
    expect(checkbox('上级能源部门（省能源局）').checked).toBe(false);
  });

  it('the stopwatch runs from opening the page', async () => {
    await renderWithDesk(<PhoneReportScreen incidentId={SMALL} />);
    act(() => useClockStore.setState({ wall: TEST_NOW + 75_000 }));
    expect(screen.getAllByRole('timer').map((timer) => timer.textContent)).toContain('0:01:15');
  });

  it('Ctrl+Enter records, wherever the focus is; the clocks met are shown with what is still owed', async () => {
    const { api } = await renderWithDesk(<PhoneReportScreen incidentId={SMALL} />);
    fill('接收人姓名', '王主任');
    fireEvent.click(checkbox('对方已复诵'));
    fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true });
    await settle();
    const recorded = within(screen.getByRole('region', { name: '已记录' }));
    const met = within(recorded.getByRole('list', { name: '满足的时限' }));
    expect(met.getAllByRole('listitem').map((row) => row.textContent)).toEqual([
      '已报报告（电话或书面） → 市委、市政府',
      expect.stringMatching(/^已办 0:1\d:\d\d接报即报 → 市委、市政府$/),
    ]);
    expect(recorded.getByText('接报即报 → 上级能源部门（省能源局）')).toBeTruthy();
    const file = await api.query('live', { type: 'getIncident', incidentId: SMALL });
    expect(file.ok && file.result.reports).toMatchObject([
      { kind: 'initial', form: 'phone', recipients: ['city'], receiver: '王主任', sender: '张海峰', readBack: true },
    ]);
  });

  it('the next call is about the next recipient', async () => {
    await renderWithDesk(<PhoneReportScreen incidentId={SMALL} />);
    await press('记录');
    await press('下一个电话');
    expect(screen.getByRole('region', { name: '打给 上级能源部门（省能源局）' })).toBeTruthy();
    expect(checkbox('上级能源部门（省能源局）').checked).toBe(true);
    expect(screen.getByLabelText<HTMLInputElement>('接收人姓名').value).toBe('');
  });

  it('nothing is recorded while nobody is ticked', async () => {
    const { api } = await renderWithDesk(<PhoneReportScreen incidentId={SMALL} />);
    const before = api.live.position();
    fireEvent.click(checkbox('市委、市政府'));
    await press('记录');
    expect(screen.getByText('至少选一个接收单位')).toBeTruthy();
    expect(api.live.position()).toBe(before);
  });

  it('what is typed survives the page being left', async () => {
    const { unmount, host } = await renderWithDesk(<PhoneReportScreen incidentId={SMALL} />);
    fill('接收人姓名', '王主任');
    unmount();
    expect(host.drafts.read('live', `report/phone/${SMALL}`).value).toContain('王主任');
  });
});

describe('首报 as a page [plan 4.1.3(1)]', () => {
  const open = (incidentId: string) => renderWithDesk(<WorkshopScreen incidentId={incidentId} report="initial" />);
  const paper = () => screen.getByRole('article', { name: '公文页面' });

  it('lists what is missing, lets each element be changed, and a question mark is 正在核实', async () => {
    await open(SMALL);
    const draft = within(screen.getByRole('region', { name: '首报草稿' }));
    expect(draft.getByText('缺：').parentElement?.textContent).toContain('影响范围');
    fill('影响范围', '阀室周边 200 米');
    fill('发展趋势', '?');
    expect(draft.getByText('缺：').parentElement?.textContent).not.toContain('影响范围');
    expect(draft.getByText(/^正在核实：/).textContent).toContain('发展趋势');
    expect(paper().textContent).toContain('影响范围：阀室周边 200 米。');
    expect(paper().textContent).toContain('发展趋势：正在核实。');
    fireEvent.click(screen.getByRole('button', { name: '影响范围恢复为事实' }));
    expect(draft.getByText('缺：').parentElement?.textContent).toContain('影响范围');
  });

  it('changes stay in the draft: the facts do not move', async () => {
    const { api } = await open(SMALL);
    fill('遇难人数', '3人');
    await settle();
    const file = await api.query('live', { type: 'getIncident', incidentId: SMALL });
    expect(file.ok && file.result.assessment.figures.find(({ figure }) => figure === 'dead')?.confirmed).toBe(0);
  });

  it('missing elements never block the signature; who signs does', async () => {
    const { api } = await open(SMALL);
    await press('签发');
    expect(screen.getByText('书面报告要有签发人')).toBeTruthy();
    fill('影响范围', '阀室周边 200 米');
    fill('签发人', '李卫东');
    await press('签发');
    const file = await api.query('live', { type: 'getIncident', incidentId: SMALL });
    const [document] = file.ok ? file.result.documents : [];
    expect(document).toMatchObject({ kind: 'initial', signedOffBy: '李卫东' });
    expect(document?.content.body).toContain('影响范围：阀室周边 200 米。');
  });

  it('a signed version cannot be changed; its sending meets clocks; a new version can be drafted', async () => {
    await open(SMALL);
    fill('签发人', '李卫东');
    await press('签发');
    const signed = within(screen.getByRole('region', { name: /第 1 版/ }));
    expect(signed.queryByLabelText('影响范围')).toBeNull();
    expect(paper().textContent).toContain('签发人：李卫东');
    await press('登记发出');
    expect(signed.getByRole('list', { name: '满足的时限' }).textContent).toContain('接报即报 → 市委、市政府');
    await press('另拟新版');
    expect(screen.getByRole('region', { name: '首报草稿' })).toBeTruthy();
  });

  it('words written by hand stay as they are until they are made from the elements again', async () => {
    await open(SMALL);
    await press('直接改正文');
    fill('正文', '市委、市政府：\n另写一段。\n\n市指挥部办公室\n2026年2月13日');
    expect(paper().textContent).toContain('另写一段。');
    await press('按要素重写正文');
    expect(paper().textContent).not.toContain('另写一段。');
  });
});

describe('what was reported about an incident', () => {
  it('each report with whom, by whom received, and the clocks it met', async () => {
    await renderWithDesk(<IncidentReportsScreen incidentId={BIG} />);
    const rows = within(screen.getByRole('table', { name: '报告 5' }))
      .getAllByRole('row')
      .slice(1);
    expect(rows).toHaveLength(5);
    expect(rows.at(-1)?.textContent).toContain('首报 电话');
    expect(rows.at(-1)?.textContent).toMatch(/迟报 0:5\d:\d\d首报 电话 → 市委、市政府/);
  });
});

describe('[KEYS-1] the keys of a report are recorded with it', () => {
  const strike = (n: number) => {
    for (let i = 0; i < n; i += 1)
      fireEvent.keyDown(document.activeElement ?? document.body, { key: 'a', code: 'KeyA' });
  };
  const keysOf = async ({ api }: Rendered) => {
    const file = await api.query('live', { type: 'getIncident', incidentId: SMALL });
    return file.ok && file.result.reports.map(({ keysPressed }) => keysPressed);
  };

  it('by phone: script, fields and the key that records; each call by itself', async () => {
    const page = await renderWithDesk(<PhoneReportScreen incidentId={SMALL} />);
    const save = async () => {
      fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Enter', code: 'Enter', ctrlKey: true });
      await settle();
    };
    strike(4);
    await save();
    // On the page that shows what it met: of no call.
    strike(6);
    await press('下一个电话');
    strike(1);
    await save();
    expect(await keysOf(page)).toEqual([5, 2]);
  });

  it('on paper: from the draft through the signature to the sending; of a second sending they are not known', async () => {
    const page = await renderWithDesk(<WorkshopScreen incidentId={SMALL} report="initial" />);
    strike(3);
    fill('签发人', '李卫东');
    strike(2);
    await press('签发');
    strike(4);
    await press('登记发出');
    await press('又发给其他单位');
    strike(2);
    await press('登记发出');
    expect(await keysOf(page)).toEqual([9, undefined]);
  });
});
