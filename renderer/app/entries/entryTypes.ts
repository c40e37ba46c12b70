/** What the entries' sentences are made with and made of. */
import type { OfficerRow } from '#shared/contract/rows.ts';
import type { AlarmEventPayload, AlarmEventType } from '#shared/domain/alarm/events.ts';
import type { CallTakenPayload } from '#shared/domain/call/events.ts';
import type { DeskEventPayload, DeskEventType } from '#shared/domain/desk/events.ts';
import type { DirectoryEventPayload, DirectoryEventType } from '#shared/domain/directory/events.ts';
import type { IncidentEventPayload, IncidentEventType } from '#shared/domain/incident/events.ts';
import type { LogRow } from '#shared/domain/rows.ts';
import type {
  ClueEventPayload,
  ClueEventType,
  WarningEventPayload,
  WarningEventType,
} from '#shared/domain/warning/events.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { Format } from '../format/useFormat.ts';
import type { Labelled, Locale } from '../i18n/locale.ts';
import type { TextPart } from '../i18n/template.ts';
import type { Translate } from '../i18n/translator.ts';

export type EntryContext = {
  plan: PlanPackage;
  officers: readonly OfficerRow[];
  t: Translate;
  locale: Locale;
  format: Format;
  /** The label of a plan item in the screen's language. */
  label: (item: Labelled | undefined, fallback?: string) => string;
};

export type EntryType =
  | IncidentEventType
  | DeskEventType
  | DirectoryEventType
  | ClueEventType
  | WarningEventType
  | AlarmEventType
  | 'CallTaken';
export type PayloadOf<T extends EntryType> = T extends IncidentEventType
  ? IncidentEventPayload<T>
  : T extends DeskEventType
    ? DeskEventPayload<T>
    : T extends DirectoryEventType
      ? DirectoryEventPayload<T>
      : T extends AlarmEventType
        ? AlarmEventPayload<T>
        : T extends ClueEventType
          ? ClueEventPayload<T>
          : T extends WarningEventType
            ? WarningEventPayload<T>
            : CallTakenPayload;

/** The sentence, and what stands quietly behind it. */
export type Description = { sentence: TextPart[]; aside: (string | null)[] };
export type Descriptions<T extends EntryType> = {
  [K in T]: (payload: PayloadOf<K>, context: EntryContext, row: LogRow) => Description;
};
