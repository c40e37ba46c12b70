import { expect, test } from 'vitest';
import { createLatest } from './latest.ts';

function harness() {
  const running: { asked: string; answer: (text: string) => void; fail: () => void }[] = [];
  const shown: [string, string | null][] = [];
  const latest = createLatest<string, string>(
    (asked) => new Promise((answer, fail) => running.push({ asked, answer, fail: () => fail(new Error('gone')) })),
    (asked, answer) => shown.push([asked, answer]),
  );
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  return { running, shown, latest, turn };
}

test('[SEARCH-8] one question at a time; what waits is replaced by the next, and only the last answer is shown', async () => {
  const { running, shown, latest, turn } = harness();
  latest.ask('爆');
  latest.ask('爆炸');
  latest.ask('爆炸 封');
  latest.ask('爆炸 封路');
  expect(running.map(({ asked }) => asked)).toEqual(['爆']);
  running[0]?.answer('old');
  await turn();
  expect(shown, 'the words are others already').toEqual([]);
  expect(running.map(({ asked }) => asked)).toEqual(['爆', '爆炸 封路']);
  running[1]?.answer('new');
  await turn();
  expect(shown).toEqual([['爆炸 封路', 'new']]);
});

test('[SEARCH-8] a failure is told and the next question asked; nothing is shown once stopped', async () => {
  const { running, shown, latest, turn } = harness();
  latest.ask('一');
  running[0]?.fail();
  await turn();
  expect(shown).toEqual([['一', null]]);
  latest.ask('二');
  latest.stop();
  running[1]?.answer('late');
  await turn();
  expect(shown).toHaveLength(1);
});
