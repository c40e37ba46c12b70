/** Masthead, 机关代字 and 抄送 of official papers; a number that was given is never given again. */
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { yearOf } from '../report/timeText.ts';
import { nextNumber } from './desk.ts';

export function setDocumentSettings(command: CommandOf<'SetDocumentSettings'>, context: DecisionContext): Decision {
  const { masthead, numberPrefix, copies } = command;
  const { desk, now } = context;
  const pinned = desk.plan === null ? null : context.plan(desk.plan.id);
  if (pinned === null) return rejected(deskError('unknownPlan', { planId: desk.plan?.id }));
  const year = yearOf(now, pinned.plan.timeZone);
  const least = nextNumber(desk, year);
  const n = command.nextNumber;
  if (n !== null && n < least) return rejected(deskError('numberTaken', { field: 'nextNumber', n, least }));
  const next = n === null || n === least ? null : { year, n };
  return accepted([
    {
      stream: 'desk',
      type: 'DocumentSettingsSet',
      payload: { masthead, numberPrefix, nextNumber: next, copies: [...new Set(copies)] },
    },
  ]);
}
