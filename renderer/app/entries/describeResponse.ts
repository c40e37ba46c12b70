/** The words for what is recorded about the response level. */
import type { ResponseEventType } from '#shared/domain/response/events.ts';
import type { Descriptions, EntryContext, PayloadOf } from './entryTypes.ts';
import { decisionText, nameOf, said, timeText, unitsText } from './wording.ts';

const levelText = (context: EntryContext, level: string): string => nameOf(context, context.plan.levels, level);

function delegatedText(context: EntryContext, act: PayloadOf<'DelegationRecorded'>['for']): string {
  const { t } = context;
  if (act.act === 'start' || act.act === 'adjust') {
    return t(`entries.delegated.${act.act}`, { level: levelText(context, act.level) });
  }
  return t(`entries.delegated.${act.act}`);
}

const holder = (context: EntryContext, { post, name }: { post: string; name: string | null }): string =>
  `${nameOf(context, context.plan.posts, post)}${name ?? ''}`;

export const responseDescriptions: Descriptions<ResponseEventType> = {
  ResponseProposed: ({ level, proposer: { name }, reason }, context) =>
    said(
      level === null
        ? context.t.parts('entries.ResponseProposed.end', { name })
        : context.t.parts('entries.ResponseProposed', { name, level: levelText(context, level) }),
      reason,
    ),
  ProposalDeclined: ({ decision, reason }, context) =>
    said(context.t.parts('entries.ProposalDeclined', { decision: decisionText(context, decision), reason })),
  ResponseStarted: ({ level, decision, reason, matter }, context) =>
    said(
      context.t.parts('entries.ResponseStarted', {
        level: levelText(context, level),
        decision: decisionText(context, decision),
      }),
      reason,
      matter,
    ),
  ResponseAdjusted: ({ from, level, decision, reason }, context) =>
    said(
      context.t.parts('entries.ResponseAdjusted', {
        from: levelText(context, from),
        level: levelText(context, level),
        decision: decisionText(context, decision),
      }),
      reason,
    ),
  ResponseTerminated: ({ level, approval, decision, reason }, context) =>
    said(
      context.t.parts('entries.ResponseTerminated', {
        level: levelText(context, level),
        approval: decisionText(context, approval),
        decision: decisionText(context, decision),
      }),
      reason ?? null,
    ),
  SignatureRecorded: ({ signedBy: name }, context) => said(context.t.parts('entries.SignatureRecorded', { name })),
  DelegationRecorded: ({ from, to, for: act, expires, reason }, context, row) =>
    said(
      context.t.parts('entries.DelegationRecorded', {
        from: holder(context, from),
        to: holder(context, to),
        act: delegatedText(context, act),
      }),
      context.t('entries.expires', { time: timeText(context, expires, row.recordedAt) }),
      reason,
    ),
  CommandTransferred: ({ to, person, reason }, context) =>
    said(context.t.parts('entries.CommandTransferred', { unit: unitsText(context, [to]), person }), reason),
  ReinforcementRequested: ({ to, what, person }, context) =>
    said(
      context.t.parts('entries.ReinforcementRequested', { unit: unitsText(context, [to]), what }),
      person && context.t('entries.receiver', { name: person }),
    ),
  ReinforcementAnswered: ({ answer, text, person }, context) =>
    said(
      context.t.parts(`entries.ReinforcementAnswered.${answer}`),
      text,
      person && context.t('entries.person', { name: person }),
    ),
};
