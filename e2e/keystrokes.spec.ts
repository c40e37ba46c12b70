// What the clock of a night costs an officer at the keyboard, by the keystroke-level model: 0.28 s a key, 1.35 s a mental
// step, Chinese by the pinyin typed for it and the key that picks the word. Nothing but keys, counted one by one [bars].
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, lateCall, test } from './support/fixtures.ts';
import { forbidPointer, Keyboard } from './support/keyboard.ts';
import { saveCall, typeQingdao } from './support/qingdao.ts';

const THREE_MINUTES_S = 180;
const KEYS_FOR_A_CALL = 5;

const note = (officer: Keyboard): void => {
  const { keys, tabStops, mentalSteps, seconds } = officer;
  const description = `${keys} keys, ${tabStops} tab stops, ${mentalSteps} mental steps: ${seconds.toFixed(1)} s`;
  test.info().annotations.push({ type: 'keystroke-level estimate', description });
  console.log(description);
};

test('4.1.3: from the call to the signed 首报 as a Word file: at most 3 min by the keystroke-level model', async ({
  page,
  desk,
}) => {
  await desk.setUp();
  await desk.enter(page);
  await expect(page.getByRole('region', { name: '没有在办事件' })).toBeVisible();
  const noPointer = await forbidPointer(page);
  const officer = new Keyboard(page);
  await typeQingdao(officer);
  await saveCall(page, officer);

  await officer.press('F7');
  const draft = page.getByRole('region', { name: '首报草稿' });
  await expect(draft).toContainText('金村镇');
  // Read through, and one element filled that nobody told.
  officer.think();
  await officer.tabTo(/^影响范围/);
  await officer.compose('原油流入市政排水暗渠', 'yuanyouliurushizhengpaishuianqu');
  // Nobody has signed yet: the key says so, in the field that is wanted.
  await officer.press('Control+Enter');
  await expect.poll(() => officer.focused()).toContain('签发人');
  officer.think();
  await officer.compose('李卫东', 'liweidong');
  await officer.press('Enter');
  await expect(page.getByText('李卫东 签发')).toBeVisible();
  officer.think();
  const downloading = page.waitForEvent('download');
  await officer.press('Control+s');
  const download = await downloading;
  await noPointer();

  const xml = strFromU8(unzipSync(readFileSync(await download.path()))['word/document.xml'] ?? new Uint8Array());
  const words = xml.replace(/<[^>]+>/g, '');
  expect(words).toContain('签发人：李卫东');
  expect(words).toContain('原油流入市政排水暗渠');
  note(officer);
  expect(officer.seconds).toBeLessThanOrEqual(THREE_MINUTES_S);
});

test('4.1.2: from a running clock to the recorded phone report: at most 5 keys and the name', async ({
  page,
  desk,
}) => {
  await desk.setUp();
  await desk.record(lateCall('i1'));
  await desk.enter(page);
  await expect(page.getByRole('region', { name: '首报 电话 → 市委、市政府' })).toBeVisible();
  const noPointer = await forbidPointer(page);
  const officer = new Keyboard(page);
  await officer.press('F4');
  await expect.poll(() => officer.focused()).toContain('接收人姓名');
  officer.think();
  const opened = officer.strokes;
  const before = officer.keys;
  await officer.compose('李主任', 'lizhuren');
  const name = officer.keys - before;
  await officer.press('Control+Enter');
  await expect(page.getByRole('list', { name: '满足的时限', exact: true })).toContainText('首报 电话 → 市委、市政府');
  await noPointer();
  note(officer);
  expect(officer.keys - name).toBeLessThanOrEqual(KEYS_FOR_A_CALL);
  const file = await desk.api().query('main', { type: 'getIncident', incidentId: 'i1' });
  const reports = file.ok ? file.result.reports : [];
  expect(reports).toMatchObject([{ form: 'phone', receiver: '李主任', keysPressed: officer.strokes - opened }]);
});
