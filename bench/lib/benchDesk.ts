/** A desk to measure: set up, with incidents to record on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDesk, type Desk, type DeskOptions } from '#db/desk/createDesk.ts';
import type { ExecuteReply, ExecuteRequest } from '#shared/contract/deskApi.ts';
import { builtinPlans } from '#shared/plan/packages/builtin.ts';

export const PLAN_ID = 'jincheng-pipeline-2026';

export function benchFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'watchdesk-bench-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export type BenchDesk = Desk & { run: (command: ExecuteRequest['command'], commandId?: string) => ExecuteReply };

export function benchDesk(options: Partial<DeskOptions> = {}): BenchDesk {
  const desk = createDesk({ path: ':memory:', kind: 'live', plans: builtinPlans, ...options });
  let sent = 0;
  const run: BenchDesk['run'] = (command, commandId) => {
    sent += 1;
    const request = { desk: desk.deskId, commandId: commandId ?? `bench-${sent}`, officerId: 'o1', command };
    const reply = desk.execute(request);
    const settled = 'confirm' in reply ? desk.execute({ ...request, confirmToken: reply.confirm.token }) : reply;
    if (!settled.ok) throw new Error(`${command.type}: ${JSON.stringify(settled)}`);
    return settled;
  };
  if (desk.position() === 0) {
    run({ type: 'AddOfficer', officerId: 'o1', name: '王值班', post: 'watchOfficer' }, 'bench-officer');
    run({ type: 'SetUpDesk', planId: PLAN_ID }, 'bench-plan');
  }
  return { ...desk, run };
}

export function openIncident({ run }: BenchDesk, incidentId: string, at: string): void {
  run({
    type: 'TakeCall',
    callId: `call-${incidentId}`,
    receivedAt: at,
    occurredAt: at,
    source: '群众报警',
    figures: { dead: 3, injured: '10+' },
    conditions: { leak: 'yes', fire: 'yes' },
    details: { place: '晋城市泽州县巴公镇', impact: '下游停输' },
    disposition: { kind: 'open', incidentId, title: `管道泄漏 ${incidentId}` },
  });
}
