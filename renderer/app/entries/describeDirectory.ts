/** The words for what is recorded about the directory, and for calls to those in it. */
import type {
  DirectoryEventPayload,
  DirectoryEventType,
  Phoned,
  StagedBriefly,
} from '#shared/domain/directory/events.ts';
import type { Description, Descriptions, EntryContext } from './entryTypes.ts';
import { said } from './wording.ts';

export function phonedDescription({ name, unit, number, result, note }: Phoned, { t }: EntryContext): Description {
  const who = unit === null ? name : `${unit} ${name}`;
  return said(t.parts('entries.phoned', { who, result: t(`entries.phoned.${result}`) }), number, note);
}

export const directoryDescriptions: Descriptions<DirectoryEventType> = {
  ContactAdded: ({ contact }, { t }) =>
    said(t.parts('entries.ContactAdded', { name: contact.name }), contact.unit ?? null),
  ContactChanged: ({ contact }, { t }) =>
    said(t.parts('entries.ContactChanged', { name: contact.name }), contact.unit ?? null),
  ContactConfirmed: ({ name }, { t }) => said(t.parts('entries.ContactConfirmed', { name })),
  ContactRemoved: ({ name, reason }, { t }) => said(t.parts('entries.ContactRemoved', { name }), reason),
  ContactCalled: phonedDescription,
  ContactImportStarted: ({ fileName, rows }, { t }) =>
    said(t.parts('entries.ContactImportStarted', { file: fileName, n: rows })),
  ContactsStaged: ({ part, rows }: DirectoryEventPayload<'ContactsStaged'> | StagedBriefly, { t }) =>
    said(t.parts('entries.ContactsStaged', { n: typeof rows === 'number' ? rows : rows.length, part: part + 1 })),
  ContactImportFinished: ({ fileName, added, merged }, { t }) =>
    said(t.parts('entries.ContactImportFinished', { file: fileName, added, merged })),
  ContactImportCancelled: ({ fileName }, { t }) => said(t.parts('entries.ContactImportCancelled', { file: fileName })),
  ContactImportUndone: ({ fileName, removed, restored, kept }, { t }) =>
    said(t.parts('entries.ContactImportUndone', { file: fileName, removed, restored, kept })),
};
