/** The words for what is recorded about the desk itself. */
import type { DeskEventType } from '#shared/domain/desk/events.ts';
import { formatSeconds } from '../format/duration.ts';
import type { Descriptions, EntryContext } from './entryTypes.ts';
import { faultsText } from './faultsText.ts';
import { nameOf, said } from './wording.ts';

const officerName = ({ officers }: EntryContext, officerId: string): string =>
  officers.find((officer) => officer.officerId === officerId)?.name ?? officerId;

export const deskDescriptions: Descriptions<DeskEventType> = {
  DeskSetUp: ({ plan }, context) => ({
    sentence: context.t.parts('entries.DeskSetUp', {
      plan: plan.id === context.plan.id ? context.plan.title : plan.id,
    }),
    aside: [plan.version],
  }),
  OfficerAdded: ({ name, post }, context) => ({
    sentence: context.t.parts('entries.OfficerAdded', { name, post: nameOf(context, context.plan.posts, post) }),
    aside: [],
  }),
  DutyTaken: ({ duty, officerId }, context) => ({
    sentence: context.t.parts(`entries.DutyTaken.${duty}`, {
      name: officerName(context, officerId),
    }),
    aside: [],
  }),
  DocumentSettingsSet: ({ masthead, numberPrefix }, context) => ({
    sentence: context.t.parts('entries.DocumentSettingsSet'),
    aside: [masthead, numberPrefix],
  }),
  DocumentNumbered: ({ number }, context) => ({
    sentence: context.t.parts('entries.DocumentNumbered', { number }),
    aside: [],
  }),
  ClockJumped: ({ seconds }, { t }) => ({
    sentence: t.parts(seconds < 0 ? 'entries.ClockJumped.back' : 'entries.ClockJumped.forward', {
      time: formatSeconds(seconds),
    }),
    aside: [],
  }),
  ClockJumpAcknowledged: ({ clock }, { t }) => ({
    sentence: t.parts(`entries.ClockJumpAcknowledged.${clock}`),
    aside: [],
  }),
  AttentionMarksSet: ({ minutes }, { t }) =>
    said(
      minutes === null
        ? t.parts('entries.AttentionMarksSet.default')
        : t.parts('entries.AttentionMarksSet', { minutes: minutes.join(t('entries.and')) }),
    ),
  PinSet: ({ officerId }, context) =>
    said(context.t.parts('entries.PinSet', { name: officerName(context, officerId) })),
  PinReset: ({ officerId }, context) =>
    said(context.t.parts('entries.PinReset', { name: officerName(context, officerId) })),
  DutyHandedOver: ({ from, to, duties, notes, equipment, alarm, sections }, context) => ({
    sentence: context.t.parts('entries.DutyHandedOver', {
      from: officerName(context, from),
      to: officerName(context, to),
      duties: duties.map((duty) => context.t(`app.duty.${duty}`)).join(context.t('entries.and')),
    }),
    aside: [
      context.t('entries.DutyHandedOver.items', { n: sections.reduce((sum, { items }) => sum + items, 0) }),
      equipment === null ? null : context.t('entries.DutyHandedOver.equipment', { text: equipment }),
      alarm === 'heard' ? null : context.t('entries.DutyHandedOver.notHeard'),
      notes,
    ],
  }),
  RosterSet: ({ shifts }, { t }) => {
    const dates = shifts.map(({ date }) => date).sort();
    const text = { n: shifts.length, from: dates[0] ?? '', to: dates.at(-1) ?? '' };
    return said(t.parts('entries.RosterSet', text));
  },
  DutySettingsSet: ({ starts, zeroReportBy }, { t }) => ({
    sentence: t.parts('entries.DutySettingsSet', { times: starts.join(t('entries.and')) }),
    aside: [zeroReportBy === null ? null : t('entries.DutySettingsSet.zero', { time: zeroReportBy })],
  }),
  ZeroReported: ({ date, to }, { t }) => said(t.parts('entries.ZeroReported', { date, to })),
  RolesSet: ({ officerId, roles }, context) =>
    said(
      context.t.parts('entries.RolesSet', {
        name: officerName(context, officerId),
        roles: roles.map((role) => context.t(`people.role.${role}`)).join(context.t('entries.and')),
      }),
    ),
  OfficerRetired: ({ name, reason }, { t }) => ({
    sentence: t.parts('entries.OfficerRetired', { name }),
    aside: [reason],
  }),
  OfficerReinstated: ({ name }, { t }) => said(t.parts('entries.OfficerReinstated', { name })),
  LockSettingsSet: ({ idleMinutes, pinRequired }, { t }) => ({
    sentence:
      idleMinutes === null
        ? t.parts('entries.LockSettingsSet.never')
        : t.parts('entries.LockSettingsSet', { minutes: idleMinutes }),
    aside: [pinRequired ? t('entries.LockSettingsSet.pin') : null],
  }),
  UnnamedCallTaken: (_, { t }) => said(t.parts('entries.UnnamedCallTaken')),
  CallClaimed: (_, { t }) => said(t.parts('entries.CallClaimed')),
  SelfCheckPassed: (_, { t }) => said(t.parts('entries.SelfCheckPassed', { result: t('check.passed') })),
  SelfCheckFailed: ({ results }, { t }) =>
    said(t.parts('entries.SelfCheckFailed', { result: t('check.failed'), faults: faultsText(t, results) })),
};
