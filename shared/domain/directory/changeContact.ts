/** Entries are added, changed, confirmed and taken out one by one; what another officer did meanwhile is never written over. */
import type { PlanPackage } from '#shared/plan/schema.ts';
import { deskError, firstError, unknownItem } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { DeskError } from '../errors.ts';
import type { NewEvent } from '../recorded.ts';
import { staleError } from '../response/decider.ts';
import type { Contact, KnownContact } from './contact.ts';
import type { DirectoryEventPayload, DirectoryEventType } from './events.ts';
import { contactOf } from './planContacts.ts';

export const directoryEvent = <T extends DirectoryEventType>(type: T, payload: DirectoryEventPayload<T>): NewEvent => ({
  stream: 'directory',
  type,
  payload,
});

export const unknownContact = (contactId: string): DeskError => deskError('unknownContact', { id: contactId });

/** The desk's plan; it is set up, or no command gets here. */
export function deskPlan(context: DecisionContext): PlanPackage | null {
  return context.desk.plan === null ? null : (context.plan(context.desk.plan.id)?.plan ?? null);
}

/** Roles are of the plan. */
export function contactErrors(plan: PlanPackage, { roles }: Contact): DeskError | null {
  const lists = { post: plan.posts, group: plan.groups, party: [...plan.organisations, ...plan.units] } as const;
  return firstError(...roles.map((role) => unknownItem('contact.roles', role.id, lists[role.in])));
}

export function addContact(command: CommandOf<'AddContact'>, context: DecisionContext): Decision {
  const { contactId, contact } = command;
  const plan = deskPlan(context);
  if (plan === null) return rejected(deskError('unknownPlan', { planId: context.desk.plan?.id }));
  const taken = contactOf(plan, context.directory(), contactId);
  const error = firstError(
    taken === null ? null : deskError('idTaken', { field: 'contactId', id: contactId }),
    contactErrors(plan, contact),
  );
  return error === null ? accepted([directoryEvent('ContactAdded', { contactId, contact })]) : rejected(error);
}

type OnContact = { contactId: string; against?: string | null | undefined };

function onContact(
  { contactId, against }: OnContact,
  context: DecisionContext,
  then: (known: KnownContact, plan: PlanPackage) => Decision,
): Decision {
  const plan = deskPlan(context);
  if (plan === null) return rejected(deskError('unknownPlan', { planId: context.desk.plan?.id }));
  const known = contactOf(plan, context.directory(), contactId);
  if (known === null) return rejected(unknownContact(contactId));
  const stale = staleError(against, known.head);
  return stale === null ? then(known, plan) : rejected(stale);
}

export function changeContact(command: CommandOf<'ChangeContact'>, context: DecisionContext): Decision {
  const { contactId, contact } = command;
  return onContact(command, context, (known, plan) => {
    const isSame = JSON.stringify(known.contact) === JSON.stringify(contact);
    const error = firstError(
      contactErrors(plan, contact),
      isSame ? deskError('nothingChanged', { field: 'contact' }) : null,
    );
    return error === null ? accepted([directoryEvent('ContactChanged', { contactId, contact })]) : rejected(error);
  });
}

export function confirmContact(command: CommandOf<'ConfirmContact'>, context: DecisionContext): Decision {
  const { contactId } = command;
  return onContact(command, context, ({ contact, head }) =>
    head === null
      ? // Confirming what the plan gives makes it an entry of this desk.
        accepted([directoryEvent('ContactChanged', { contactId, contact })])
      : accepted([directoryEvent('ContactConfirmed', { contactId, name: contact.name })]),
  );
}

export function removeContact(command: CommandOf<'RemoveContact'>, context: DecisionContext): Decision {
  const { contactId, reason = null } = command;
  return onContact(command, context, ({ contact, head }) =>
    head === null
      ? rejected(deskError('contactOfPlan', { name: contact.name }))
      : accepted([directoryEvent('ContactRemoved', { contactId, name: contact.name, reason })]),
  );
}
