// 接报 by keyboard alone: what it costs the officer, what the page says before it is saved, and what is kept [ux 3; bars].
import { expect, test } from './support/fixtures.ts';
import { forbidPointer, Keyboard } from './support/keyboard.ts';
import { saveCall, typeQingdao } from './support/qingdao.ts';

test('Qingdao at 03:10: no mouse, at most 24 tab stops, at most 60 s by the keystroke-level model', async ({
  page,
  desk,
}) => {
  await desk.setUp();
  await desk.enter(page);
  await expect(page.getByRole('region', { name: '没有在办事件' })).toBeVisible();
  const noPointer = await forbidPointer(page);
  const officer = new Keyboard(page);

  const strokes = await typeQingdao(officer);

  // What saving starts is seen before it is saved: the phone report is late already, the written one is not [4.1.2].
  const preview = page.getByRole('complementary');
  await expect(preview).toContainText('暂时无法判明');
  await expect(preview).toContainText('超时');
  await saveCall(page, officer);
  await noPointer();

  test.info().annotations.push({
    type: 'keystroke-level estimate',
    description: `${officer.keys} keys, ${officer.tabStops} tab stops, ${officer.mentalSteps} mental steps: ${officer.seconds.toFixed(1)} s`,
  });
  console.log(test.info().annotations.at(-1)?.description);
  expect(officer.tabStops).toBeLessThanOrEqual(24);
  expect(officer.seconds).toBeLessThanOrEqual(60);

  const board = await desk.api().query('main', { type: 'getBoard' });
  const incident = board.ok ? board.result.incidents[0] : undefined;
  // Every key the fingers pressed on that page, the input method's too, and no other [KEYS-1].
  expect(incident?.intakeKeys).toBe(strokes());
  const details = Object.fromEntries(Object.entries(incident?.details ?? {}).map(([id, detail]) => [id, detail.value]));
  expect(details).toMatchObject({
    area: 'zezhou',
    medium: 'crude',
    object: 'transmission',
    place: '金村镇',
    pipeline: '东黄复线',
  });
  const states = new Map(incident?.assessment.obligations.map((one) => [`${one.rule} ${one.to}`, one.state]));
  expect(states.get('R2 city')).toBe('overdue');
  expect(states.get('R3 city')).toBe('dueSoon');
  const missing = incident?.assessment.figures.find(({ figure }) => figure === 'missing');
  expect(missing).toMatchObject({ beingVerified: true });
});
