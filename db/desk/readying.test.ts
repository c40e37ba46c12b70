import { describe, expect, test } from 'vitest';
import { readyDesk, type TestDesk } from '#db/testing/testDesk.ts';
import { playWholeNight } from '#db/testing/wholeNight.ts';
import type { DirectoryState } from '#shared/domain/directory/directory.ts';
import { listContacts, prepareDirectory } from '#shared/domain/directory/list.ts';
import { DIRECTORY_STREAM } from '#shared/domain/streams.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { Plans } from './plans.ts';
import { createReadying } from './readying.ts';
import { createStreams, foldStream } from './streams.ts';

function planOf(desk: TestDesk): PlanPackage {
  const plan = desk.query({ type: 'getPlan' });
  if (!plan.ok) throw new Error(plan.error.code);
  return plan.result;
}

const addContact = (desk: TestDesk, contactId: string) =>
  desk.must({ type: 'AddContact', contactId, contact: { kind: 'person', name: `单${contactId}`, unit: '水务局' } });

describe('what is done ahead of a first question', () => {
  test('[READ-1] a stream folded a little at a time is the one folded at once, whatever is asked meanwhile', () => {
    const desk = readyDesk();
    playWholeNight(desk);
    for (const name of desk.log.streamNames('')) {
      const logged = desk.log.readStream(name);
      const whole = foldStream(name, logged);
      const ahead = createStreams(desk.log);
      expect([...ahead.foldAhead(name)]).toHaveLength(logged.length);
      expect(ahead.get(name)).toEqual(whole);
      const asked = createStreams(desk.log);
      const folding = asked.foldAhead(name);
      folding.next();
      const now = asked.get(name);
      expect(now).toEqual(whole);
      expect([...folding], 'given up once somebody has it').toEqual([]);
      expect(asked.get(name)).toBe(now);
    }
  });

  test('6.3: nothing is left for the first question after a start, nor after a change; the answers are the same', () => {
    const desk = readyDesk();
    for (let n = 0; n < 30; n += 1) addContact(desk, `c${n}`);
    const plan = planOf(desk);
    const streams = createStreams(desk.log);
    const ready = createReadying({ streams, plans: { byHash: () => ({ plan }) as ReturnType<Plans['byHash']> } });
    const left = () => {
      const state = streams.get(DIRECTORY_STREAM).state as DirectoryState;
      return [...prepareDirectory(plan, state)].length;
    };
    const list = (state: DirectoryState) => listContacts(plan, state, { offset: 0, limit: 500, text: '单' }, 0);
    const fresh = () => foldStream(DIRECTORY_STREAM, desk.log.readStream(DIRECTORY_STREAM));
    while (ready()) {}
    expect(left(), 'but the last step, which finds all of it done').toBe(1);
    expect(ready()).toBe(false);

    addContact(desk, 'c99');
    const next = fresh();
    streams.swap(new Map([[DIRECTORY_STREAM, next]]));
    while (ready()) {}
    expect(left()).toBe(1);
    expect(left()).toBe(1);
    expect(list(next.state as DirectoryState)).toEqual(list(fresh().state as DirectoryState));
    const untouched = fresh();
    streams.swap(new Map([[DIRECTORY_STREAM, untouched]]));
    expect(left(), 'where nobody was ahead').toBeGreaterThan(1);
  });
});
