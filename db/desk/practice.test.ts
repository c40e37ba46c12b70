import { describe, expect, test } from 'vitest';
import { iso, MINUTE, PLAN_ID, START } from '#db/testing/testDesk.ts';
import { builtinPlans } from '#shared/plan/packages/builtin.ts';
import type { ScenarioStep } from '#shared/scenario/scenarioFile.ts';
import { createPracticeDesk } from './practice.ts';

const by = { name: '王值班', post: 'watchOfficer' };
const step = (minute: number, command: { type: string; [key: string]: unknown }): ScenarioStep => ({
  kind: 'do',
  at: START + minute * MINUTE,
  by,
  command,
  confirmed: false,
});
const STEPS: ScenarioStep[] = [
  step(0, {
    type: 'TakeCall',
    callId: 'c1',
    receivedAt: iso(START),
    disposition: { kind: 'open', incidentId: 'i1', title: '泄漏' },
  }),
  { kind: 'board', at: START + 5 * MINUTE },
  step(20, { type: 'RecordFigures', incidentId: 'i1', figures: { dead: 3 } }),
  step(90, { type: 'AddNote', incidentId: 'i1', text: '到场' }),
];

const practiceDesk = () =>
  createPracticeDesk({ deskId: 'practice-test', title: '演练', planId: PLAN_ID, plans: builtinPlans, steps: STEPS });

describe('a practice desk', () => {
  test('[PRACTICE-1] is the scenario on its own clock, with its span and the instants to look at', () => {
    const desk = practiceDesk();
    expect(desk.query({ type: 'getDesk' })).toMatchObject({
      result: {
        deskId: 'practice-test',
        kind: 'practice',
        title: '演练',
        officers: [by],
        span: {
          from: START,
          to: START + 90 * MINUTE,
          marks: [0, 5, 20, 90].map((minute) => START + minute * MINUTE),
        },
      },
    });
    expect(desk.query({ type: 'getBoard' })).toMatchObject({ result: { at: START + 90 * MINUTE } });
  });

  test('[PRACTICE-1] every instant of it can be read', () => {
    const desk = practiceDesk();
    const entriesAt = (minute: number) => {
      const file = desk.query({ type: 'getIncident', incidentId: 'i1', at: START + minute * MINUTE });
      return file.ok ? file.result.entries.length : 0;
    };
    expect([0, 19, 20, 89, 90, 200].map(entriesAt)).toEqual([1, 1, 2, 2, 3, 3]);
  });

  test('[PRACTICE-2] nothing can be recorded in it', () => {
    const desk = practiceDesk();
    const position = desk.position();
    const command = { type: 'AddNote', incidentId: 'i1', text: '改写历史' } as const;
    const reply = desk.execute({ desk: 'practice-test', commandId: 'rewriting', officerId: 'system', command });
    expect(reply).toEqual({ ok: false, error: { code: 'readOnlyDesk', params: { desk: 'practice-test' } } });
    expect(desk.position()).toBe(position);
  });
});
