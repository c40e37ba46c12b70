/** The words for the on-scene command, groups, people and called units. */
import type { OnSceneEventType } from '#shared/domain/onScene/events.ts';
import type { Descriptions, EntryContext, PayloadOf } from './entryTypes.ts';
import { decisionText, groupText, partyText, said, timeText } from './wording.ts';

const CHANGES = ['name', 'lead', 'deputies', 'members', 'duties'] as const;

function onSceneChanges(context: EntryContext, { head, place }: PayloadOf<'OnSceneCommandChanged'>): string {
  const { t } = context;
  return [head && t('entries.change.head', { name: head.name }), place !== null && t('entries.change.place', { place })]
    .filter(Boolean)
    .join(t('entries.and'));
}

export const onSceneDescriptions: Descriptions<OnSceneEventType> = {
  OnSceneCommandOpened: ({ head, place, decision }, context) =>
    said(
      context.t.parts('entries.OnSceneCommandOpened', { place, head: head.name }),
      decisionText(context, decision),
      head.phone && context.t('entries.phone', { phone: head.phone }),
    ),
  OnSceneCommandChanged: (payload, context) =>
    said(
      context.t.parts('entries.OnSceneCommandChanged', { changes: onSceneChanges(context, payload) }),
      decisionText(context, payload.decision),
    ),
  OnSceneCommandClosed: ({ reason }, context) => said(context.t.parts('entries.OnSceneCommandClosed'), reason),
  GroupsSetUp: ({ groups }, context) =>
    said(
      context.t.parts('entries.GroupsSetUp', {
        groups: groups.map((group) => groupText(context, group)).join(context.t('entries.and')),
      }),
    ),
  GroupAdded: ({ group, decision }, context) =>
    said(
      context.t.parts('entries.GroupAdded', { group: group.name, lead: partyText(context, group.lead) }),
      decisionText(context, decision),
    ),
  GroupChanged: (payload, context) =>
    said(
      context.t.parts('entries.GroupChanged', {
        group: groupText(context, payload),
        changes: CHANGES.filter((change) => payload.changes[change] !== undefined)
          .map((change) => context.t(`entries.change.${change}`))
          .join(context.t('entries.and')),
      }),
      decisionText(context, payload.decision),
      payload.reason,
    ),
  GroupDissolved: (payload, context) =>
    said(
      context.t.parts('entries.GroupDissolved', { group: groupText(context, payload) }),
      decisionText(context, payload.decision),
      payload.reason,
    ),
  GroupStateSet: (payload, context) =>
    said(
      context.t.parts('entries.GroupStateSet', {
        group: groupText(context, payload),
        state: context.t(`entries.groupState.${payload.state}`),
      }),
    ),
  GroupLeaderSet: ({ leader, ...group }, context) =>
    said(
      context.t.parts('entries.GroupLeaderSet', { group: groupText(context, group), name: leader.name }),
      leader.phone && context.t('entries.phone', { phone: leader.phone }),
    ),
  PersonCheckedIn: ({ person, ...group }, context) =>
    said(
      context.t.parts('entries.PersonCheckedIn', { group: groupText(context, group), name: person.name }),
      person.unit && partyText(context, person.unit),
    ),
  PersonCheckedOut: ({ personName: name, ...group }, context) =>
    said(context.t.parts('entries.PersonCheckedOut', { group: groupText(context, group), name })),
  UnitCalled: ({ unit, answeredBy, what }, context) =>
    said(
      context.t.parts('entries.UnitCalled', { unit: partyText(context, unit) }),
      what,
      answeredBy && context.t('entries.answeredBy', { name: answeredBy }),
    ),
  UnitEnRoute: ({ unit, expected }, context, row) =>
    said(
      context.t.parts('entries.UnitEnRoute', { unit: partyText(context, unit) }),
      expected && context.t('entries.expected', { time: timeText(context, expected, row.recordedAt) }),
    ),
  UnitArrived: ({ unit, people, note }, context) =>
    said(
      context.t.parts('entries.UnitArrived', { unit: partyText(context, unit) }),
      people === null ? null : context.t('entries.people', { n: people }),
      note,
    ),
  UnitStoodDown: ({ unit, reason }, context) =>
    said(context.t.parts('entries.UnitStoodDown', { unit: partyText(context, unit), reason })),
};
