/** The words for everything that can be recorded about an incident or a call. */
import { type IncidentEventType, isOwnKind } from '#shared/domain/incident/events.ts';
import type { Timed } from '#shared/plan/facts.ts';
import { bulletinDescriptions } from './describeBulletin.ts';
import { callTreeDescriptions } from './describeCallTree.ts';
import { phonedDescription } from './describeDirectory.ts';
import { onSceneDescriptions } from './describeOnScene.ts';
import { responseDescriptions } from './describeResponse.ts';
import { workDescriptions } from './describeWork.ts';
import type { Description, Descriptions, EntryContext, PayloadOf } from './entryTypes.ts';
import {
  conditionsText,
  figuresText,
  formText,
  nameOf,
  partyText,
  said,
  sourceText,
  timeText,
  triStateText,
  unitsText,
} from './wording.ts';

function reportedAside(context: EntryContext, reported: PayloadOf<'CallTaken'>['reported']): string[] {
  return [figuresText(context, reported.figures), conditionsText(context, reported.conditions)];
}

function describeCall({ disposition, reported }: PayloadOf<'CallTaken'>, context: EntryContext): Description {
  const { t } = context;
  const source = sourceText(context, reported.source);
  switch (disposition.kind) {
    case 'open':
    case 'join':
      return said(t.parts(`entries.CallTaken.${disposition.kind}`), source);
    case 'falseAlarm':
      return said(t.parts('entries.CallTaken.falseAlarm', { reason: disposition.reason }), source);
    case 'duplicate': {
      const { reason } = disposition;
      return said(
        reason === null
          ? t.parts('entries.CallTaken.duplicate')
          : t.parts('entries.CallTaken.duplicateBecause', { reason }),
        source,
      );
    }
  }
}

function durationText(context: EntryContext, payload: PayloadOf<'DurationRecorded'>, now: number): string {
  const { t } = context;
  const { started, ended, forecastHours } = payload;
  const at = (timed: Timed) => ({ time: timeText(context, timed, now) });
  return [
    started && t('entries.from', at(started)),
    started === null && t('entries.startUnknown'),
    ended && t('entries.until', at(ended)),
    ended === null && t('entries.endUnknown'),
    typeof forecastHours === 'number' && t('entries.forecast', { hours: forecastHours }),
  ]
    .filter(Boolean)
    .join(' ');
}

function detailsText(context: EntryContext, { title, details }: PayloadOf<'DetailsRevised'>): string {
  const { t, plan, label } = context;
  const choices = { area: plan.areas, object: plan.scope.objects, medium: plan.scope.media, text: [], longText: [] };
  const items = plan.details
    .filter(({ id }) => id in details)
    .map((detail) => {
      const value = details[detail.id] ?? null;
      return `${label(detail)} ${value === null ? t('ui.unknown') : nameOf(context, choices[detail.input], value)}`;
    });
  return [...(title === null ? [] : [t('entries.title', { title })]), ...items].join(t('entries.and'));
}

function timesText(context: EntryContext, payload: PayloadOf<'TimesCorrected'>, now: number): string {
  const { t } = context;
  return (['occurred', 'discovered', 'received'] as const)
    .flatMap((which) => {
      const timed = payload[which];
      if (timed === undefined) return [];
      return [t(`entries.${which}`, { time: timed === null ? t('ui.unknown') : timeText(context, timed, now) })];
    })
    .join(t('entries.and'));
}

function describeReport({ report, clocksMet }: PayloadOf<'ReportRecorded'>, context: EntryContext): Description {
  const { t, plan } = context;
  const params = {
    kind: nameOf(context, plan.reportKinds, report.kind),
    form: formText(context, report.form),
    recipients: unitsText(context, report.recipients),
  };
  const own = plan.units.find((unit) => unit.ownDesk)?.id === report.unit;
  return said(
    own
      ? t.parts('entries.ReportRecorded', params)
      : t.parts('entries.ReportRecorded.by', { ...params, unit: nameOf(context, plan.units, report.unit) }),
    report.receiver && t('entries.receiver', { name: report.receiver }),
    report.signedOffBy && t('entries.signedOff', { name: report.signedOffBy }),
    report.readBack ? t('entries.readBack') : null,
    clocksMet.length > 0 ? t('entries.met', { n: clocksMet.length }) : null,
    report.note,
  );
}

function describeSigned(
  { kind, content, signedOffBy, issue }: PayloadOf<'DocumentSigned'>,
  context: EntryContext,
): Description {
  const { t, plan } = context;
  const name = isOwnKind(kind) ? content.title : nameOf(context, plan.reportKinds, kind);
  return said(
    t.parts('entries.DocumentSigned', {
      kind:
        issue !== undefined && kind === plan.reportRoles.followUp
          ? t('entries.ordinal', { kind: name, n: issue.ordinal })
          : name,
      name: signedOffBy,
    }),
    issue?.post ? nameOf(context, plan.posts, issue.post) : null,
    issue?.means === 'phone' ? t('entries.means.phone') : null,
    issue?.number ?? null,
    issue !== undefined && issue.version > 1 ? t('entries.version', { n: issue.version }) : null,
  );
}

export const incidentDescriptions: Descriptions<IncidentEventType | 'CallTaken'> = {
  CallTaken: describeCall,
  IncidentOpened: (payload, context, row) => {
    const { title, occurred, reported } = payload;
    const sentence =
      occurred === null
        ? context.t.parts('entries.IncidentOpened.unknownTime', { title })
        : context.t.parts('entries.IncidentOpened', { title, occurred: timeText(context, occurred, row.recordedAt) });
    return said(sentence, ...reportedAside(context, reported), sourceText(context, reported.source));
  },
  CallJoined: ({ reported }, context) =>
    said(
      context.t.parts('entries.CallJoined'),
      ...reportedAside(context, reported),
      sourceText(context, reported.source),
    ),
  FiguresRecorded: ({ figures, source }, context) =>
    said(
      context.t.parts('entries.FiguresRecorded', { figures: figuresText(context, figures) }),
      sourceText(context, source),
    ),
  ConditionsRecorded: ({ conditions, source }, context) =>
    said(
      context.t.parts('entries.ConditionsRecorded', { conditions: conditionsText(context, conditions) }),
      sourceText(context, source),
    ),
  DurationRecorded: (payload, context, row) =>
    said(
      context.t.parts('entries.DurationRecorded', {
        duration: nameOf(context, context.plan.durations, payload.duration),
        times: durationText(context, payload, row.recordedAt),
      }),
      sourceText(context, payload.source),
    ),
  DetailsRevised: (payload, context) =>
    said(
      context.t.parts('entries.DetailsRevised', { details: detailsText(context, payload) }),
      sourceText(context, payload.source),
    ),
  TimesCorrected: (payload, context, row) =>
    said(
      context.t.parts('entries.TimesCorrected', {
        times: timesText(context, payload, row.recordedAt),
        reason: payload.reason,
      }),
    ),
  GradeDetermined: ({ grade, reason }, context) => {
    const params = { grade: nameOf(context, context.plan.grades, grade) };
    return said(
      reason === null
        ? context.t.parts('entries.GradeDetermined', params)
        : context.t.parts('entries.GradeDetermined.because', { ...params, reason }),
    );
  },
  ReportRecorded: describeReport,
  DemandRecorded: ({ from, what, person }, context) =>
    said(
      context.t.parts('entries.DemandRecorded', { from: unitsText(context, [from]), what }),
      person && context.t('entries.person', { name: person }),
    ),
  SwitchSet: ({ switch: id, on, reason }, context) =>
    said(
      context.t.parts(`entries.SwitchSet.${on ? 'on' : 'off'}`, {
        switch: nameOf(context, context.plan.switches, id),
        reason,
      }),
    ),
  MarkSet: ({ mark, value, reason }, context) =>
    said(
      context.t.parts('entries.MarkSet', {
        mark: nameOf(context, context.plan.marks, mark),
        value: triStateText(context, value),
      }),
      reason,
    ),
  ObligationWaived: ({ rule, reason }, context) =>
    said(
      context.t.parts('entries.ObligationWaived', { rule: nameOf(context, context.plan.reportingRules, rule), reason }),
    ),
  PhoneCallRecorded: phonedDescription,
  FileAttached: ({ file, of }, { t }) =>
    said(
      t.parts('entries.FileAttached', { name: file.name }),
      of.kind === 'incident' ? null : t(`entries.attachedTo.${of.kind}`),
    ),
  NoteAdded: ({ text, happened }, context, row) =>
    said(
      context.t.parts('entries.NoteAdded', { text }),
      happened && context.t('entries.happened', { time: timeText(context, happened, row.recordedAt) }),
    ),
  ...responseDescriptions,
  ...onSceneDescriptions,
  ...workDescriptions,
  ...bulletinDescriptions,
  ...callTreeDescriptions,
  EntryStruck: ({ reason }, context) => said(context.t.parts('entries.EntryStruck', { reason })),
  DocumentSigned: describeSigned,
  PaperSent: ({ recipients, via, sender }, context) =>
    said(
      context.t.parts('entries.PaperSent', { units: recipients.map((unit) => partyText(context, unit)).join('、') }),
      via,
      sender,
    ),
  PaperReceived: ({ recipient, person }, context) =>
    said(context.t.parts('entries.PaperReceived', { unit: partyText(context, recipient), person })),
  ReceiptConfirmed: ({ recipient, person }, context) =>
    said(context.t.parts('entries.ReceiptConfirmed', { unit: unitsText(context, [recipient]), person })),
  IncidentExported: ({ manifestHash }, { t }) =>
    said(t.parts('entries.IncidentExported', { hash: manifestHash.slice(0, 8) })),
  IncidentClosed: ({ outcome, reason }, context) => said(context.t.parts(`entries.IncidentClosed.${outcome}`), reason),
  IncidentMerged: ({ reason }, context) => said(context.t.parts('entries.IncidentMerged', { reason })),
  IncidentAbsorbed: ({ reason }, context) => said(context.t.parts('entries.IncidentAbsorbed', { reason })),
};
