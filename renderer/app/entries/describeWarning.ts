/** The words for clues and warnings. */
import type { ClueEventType, WarningEventType } from '#shared/domain/warning/events.ts';
import type { Descriptions, EntryContext } from './entryTypes.ts';
import { decisionText, nameOf, partyText, said, timeText } from './wording.ts';

const levelText = (context: EntryContext, level: string): string =>
  nameOf(context, context.plan.warnings?.levels ?? [], level);

const recipientsText = ({ t }: EntryContext, to: readonly { name: string }[]): string =>
  to.map(({ name }) => name).join(t('why.join'));

export const warningDescriptions: Descriptions<ClueEventType | WarningEventType> = {
  ClueRecorded: ({ source, said: words, who }, context) =>
    said(
      context.t.parts('entries.ClueRecorded', {
        source: nameOf(context, context.plan.warnings?.sources ?? [], source),
        said: words,
      }),
      who,
    ),
  ClueLinked: ({ title }, { t }) => said(t.parts('entries.ClueLinked', { title })),
  ClueDismissed: ({ reason }, { t }) => said(t.parts('entries.ClueDismissed', { reason })),
  WarningAssessed: ({ title, conclusion, level, reason }, context) =>
    said(
      conclusion === 'warn'
        ? context.t.parts('entries.WarningAssessed.warn', { title, level: levelText(context, level ?? '') })
        : context.t.parts(`entries.WarningAssessed.${conclusion}`, { title }),
      reason,
    ),
  WarningReported: ({ title, to, person }, context) => {
    const unit = nameOf(context, context.plan.units, to);
    return said(context.t.parts('entries.WarningReported', { title, unit }), person);
  },
  WarningApproved: ({ title, level, approval }, context) =>
    said(
      context.t.parts('entries.WarningApproved', { title, level: levelText(context, level) }),
      decisionText(context, approval),
    ),
  WarningIssued: ({ title, level, issuer }, context) =>
    said(context.t.parts('entries.WarningIssued', { title, level: levelText(context, level) }), issuer.name),
  WarningChanged: ({ title, version, level, changed, reason }, context) =>
    said(
      changed.includes('level')
        ? context.t.parts('entries.WarningChanged.level', { title, version, level: levelText(context, level) })
        : context.t.parts('entries.WarningChanged', { title, version }),
      reason,
    ),
  WarningSent: ({ title, to, means }, context) =>
    said(
      context.t.parts('entries.WarningSent', { title, recipients: recipientsText(context, to) }),
      context.t(`entries.sent.${means}`),
    ),
  WarningAcknowledged: ({ title, recipient, person, at }, context, row) =>
    said(
      context.t.parts('entries.WarningAcknowledged', { title, recipient: recipient.name }),
      person,
      timeText(context, at, row.recordedAt),
    ),
  WarningActionSet: ({ label, state, note, to }, context) =>
    said(
      context.t.parts(`entries.WarningActionSet.${state}`, { label }),
      to === null ? null : partyText(context, to),
      note,
    ),
  WarningReleased: ({ title, decision, reason }, context) =>
    said(context.t.parts('entries.WarningReleased', { title }), decisionText(context, decision), reason),
  WarningConverted: ({ title }, { t }) => said(t.parts('entries.WarningConverted', { title })),
};
