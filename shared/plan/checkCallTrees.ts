/** Whether the section about who is rung up agrees with itself and with the rest of the package [plan 附件6]. */
import type { Called, CallTree } from './callTreeSection.ts';
import { type Known, type PlanFault, unique } from './planFaults.ts';
import type { PlanPackage } from './schema.ts';

export function checkCallTrees(plan: PlanPackage, known: Known, faults: PlanFault[]): void {
  const trees = plan.callTrees?.trees ?? [];
  unique(trees, 'callTrees.trees', faults);
  const seen = new Set<string>();
  for (const [index, { when, steps }] of trees.entries()) {
    const path = `callTrees.trees.${index}`;
    const trigger = `${when.kind} ${when.level}`;
    if (seen.has(trigger)) faults.push({ path: `${path}.when`, reason: `${trigger} has a tree already` });
    seen.add(trigger);
    if (when.kind === 'level') known('level', when.level, `${path}.when.level`);
    else if (plan.warnings?.levels.some(({ id }) => id === when.level) !== true)
      faults.push({ path: `${path}.when.level`, reason: `no level of warnings is named "${when.level}"` });
    unique(steps, `${path}.steps`, faults);
    checkSteps(plan, { when, steps }, path, known, faults);
  }
}

function checkSteps(
  plan: PlanPackage,
  { when, steps }: Pick<CallTree, 'when' | 'steps'>,
  tree: string,
  known: Known,
  faults: PlanFault[],
): void {
  let before = 0;
  for (const [index, { call, wave, alternates }] of steps.entries()) {
    const path = `${tree}.steps.${index}`;
    if (call === 'recipients') {
      if (when.kind !== 'warning') faults.push({ path: `${path}.call`, reason: 'only a warning has recipients' });
    } else checkCalled(plan, call, `${path}.call`, known, faults);
    for (const [at, alternate] of alternates.entries())
      checkCalled(plan, alternate, `${path}.alternates.${at}`, known, faults);
    if (wave !== before && wave !== before + 1)
      faults.push({ path: `${path}.wave`, reason: `wave ${wave} does not follow wave ${before}` });
    before = Math.max(before, wave);
  }
}

function checkCalled(plan: PlanPackage, called: Called, path: string, known: Known, faults: PlanFault[]): void {
  if ('party' in called) {
    known('party', called.party, `${path}.party`);
    return;
  }
  const { post, heldBy } = called;
  known('post', post, `${path}.post`);
  const holders = plan.posts.find(({ id }) => id === post)?.heldBy ?? [];
  if (heldBy !== undefined && !holders.includes(heldBy))
    faults.push({ path: `${path}.heldBy`, reason: `"${heldBy}" is no holder of "${post}"` });
}
