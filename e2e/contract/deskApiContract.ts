/**
 * What every way to a desk must do, whatever lies between: the same suite, area by area, runs against the desk in this
 * process and against a running web host through the screen's own adapter.
 */
import { afterAll, beforeAll, describe } from 'vitest';
import { describeBadInput } from './areas/badInput.ts';
import { describeChanges } from './areas/changes.ts';
import { describeCommands } from './areas/commands.ts';
import { describeDrafts } from './areas/drafts.ts';
import { describeFiles } from './areas/files.ts';
import { describeHousekeeping } from './areas/housekeeping.ts';
import { describeOfficers } from './areas/officers.ts';
import { describePractice } from './areas/practice.ts';
import { contractDesk, OFFICER, type OpenedApi } from './contractDesk.ts';

export type { OpenedApi };

export function describeDeskApi(name: string, open: () => Promise<OpenedApi>): void {
  describe(name, () => {
    const desk = contractDesk(open);
    beforeAll(async () => {
      await desk.open();
      await desk.execute({ type: 'AddOfficer', officerId: OFFICER, name: '王值班', post: 'watchOfficer' });
      await desk.execute({ type: 'SetUpDesk', planId: 'jincheng-pipeline-2026' });
    });
    afterAll(() => desk.close());

    describeCommands(desk);
    describeHousekeeping(desk);
    describeChanges(desk);
    describeFiles(desk);
    describeDrafts(desk);
    describePractice(desk);
    describeBadInput(desk);
    describeOfficers(desk);
  });
}
