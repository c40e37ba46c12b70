/**
 * A practice desk: a scenario played on the scenario's own clock by the same desk that runs live; then it is only looked
 * at, at any instant of that night. It lives in memory and is marked 演练 everywhere.
 */
import type { ExecuteRequest } from '#shared/contract/deskApi.ts';
import { createPlayer } from '#shared/scenario/play.ts';
import type { ScenarioStep } from '#shared/scenario/scenarioFile.ts';
import { createDesk, type Desk } from './createDesk.ts';
import { readOnlyDesk } from './readOnlyDesk.ts';

export type PracticeRequest = {
  deskId: string;
  title: string;
  planId: string;
  plans: readonly unknown[];
  steps: readonly ScenarioStep[];
  appVersion?: string;
};

export function createPracticeDesk({ deskId, title, planId, plans, steps, appVersion }: PracticeRequest): Desk {
  const from = steps[0]?.at ?? 0;
  let now = from;
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `practice-${ids}`;
  };
  const setClock = (at: number) => {
    now = at;
  };
  const clock = { now: () => now, monotonic: () => now - from, bootId: 'practice' };
  const version = appVersion === undefined ? {} : { appVersion };
  const desk = createDesk({ path: ':memory:', kind: 'practice', deskId, title, plans, newId, clock, ...version });
  const execute = (request: object) => desk.execute(request as ExecuteRequest);
  const play = createPlayer({ deskId, execute, setClock }, planId);
  for (const step of steps) {
    if (step.kind === 'do') play(step);
    else setClock(step.at);
  }
  const marks = [...new Set(steps.map(({ at }) => at))];
  return readOnlyDesk(desk, { from, to: now, marks });
}
