/** Clues and warnings as rows at an instant: what is owed, what is to be looked at, what may be done and by whom. */
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { Warnings } from '#shared/plan/warningSection.ts';
import { timeText } from '../report/timeText.ts';
import type {
  ClueRow,
  WarningActionRow,
  WarningDifference,
  WarningFile,
  WarningReminder,
  WarningRow,
  WarningVersionRow,
} from '../warningRows.ts';
import { actionNow, applies, itemsOf } from './actions.ts';
import { higherLevel, warningLevelOf, warningRank } from './authority.ts';
import type { ClueState } from './clue.ts';
import { areaText } from './content.ts';
import type { ChangedPart } from './events.ts';
import { kindName, levelName } from './texts.ts';
import { issuedVersion, standingVersion, unacknowledged, type WarningState, type WarningVersion } from './warning.ts';

export function viewClue({ clueId, told, entryId, recordedAt, actor, settled, attachments }: ClueState): ClueRow {
  const { source, who, contact, area, place, kind, said, received } = told;
  return {
    clueId,
    source,
    who,
    contact,
    area,
    place,
    kind,
    said,
    received,
    entryId,
    recordedAt,
    actor,
    settled,
    attachments,
  };
}

export function viewWarningRow(plan: PlanPackage, state: WarningState, at: number): WarningRow {
  const { warnings } = plan;
  const version = standingVersion(state);
  const proposed = state.assessments.at(-1)?.level ?? null;
  const level = version?.level ?? state.approval?.level ?? proposed;
  const review = reviewOf(state, at);
  const missing = state.stage === 'issued' ? unacknowledged(state) : [];
  const reminders = warnings === undefined ? [] : remindersOf(warnings, state, at);
  return {
    warningId: state.warningId,
    title: state.title,
    planId: state.planPin.id,
    stage: state.stage,
    level,
    colour: warnings === undefined || level === null ? null : (warningLevelOf(warnings, level)?.colour ?? null),
    version: version?.version ?? 0,
    area: version === null ? '' : areaText(version.content),
    kind: version?.content.kind ?? null,
    openedAt: state.openedAt,
    since: issuedVersion(state)?.issuer.at.at ?? stageSince(state),
    issuedBy:
      version === null ? null : { authority: version.inNameOf, post: version.issuer.post, name: version.issuer.name },
    recipients: state.recipients.length,
    unacknowledged: missing.length,
    review,
    incidentId: state.converted?.incidentId ?? null,
    endedAt: state.released?.recordedAt ?? state.converted?.recordedAt ?? null,
    lastEntryAt: state.lastEntryAt,
    reminders,
    nextChangeAt: nextChange(warnings, state, at),
  };
}

function stageSince({ assessments, reports, approval, openedAt, stage }: WarningState): number {
  switch (stage) {
    case 'reported':
      return reports.at(-1)?.at.at ?? openedAt;
    case 'approved':
      return approval?.approval.at.at ?? openedAt;
    default:
      return assessments.at(-1)?.held.at ?? openedAt;
  }
}

/** The stated end of the standing version, or what the last assessment since set: past it, a review is asked for. */
function reviewOf(state: WarningState, at: number): WarningRow['review'] {
  const next = nextReview(state);
  return next === null ? null : { at: next, isDue: at >= next };
}

function nextReview({ stage, assessments, versions }: WarningState): number | null {
  const last = assessments.at(-1);
  if (stage === 'watch') return last?.review?.at ?? null;
  const version = versions.at(-1);
  if (stage !== 'issued' || version === undefined) return null;
  const ends = version.content.ends?.at ?? null;
  if (last === undefined || last.recordedAt <= version.recordedAt) return ends ?? last?.review?.at ?? null;
  return last.review?.at ?? (ends !== null && ends > last.held.at ? ends : null);
}

function remindersOf(warnings: Warnings, state: WarningState, at: number): WarningReminder[] {
  if (state.stage !== 'issued' && state.stage !== 'watch') return [];
  const key = (...parts: readonly (string | number)[]) => ['warning', state.warningId, ...parts].join('/');
  const review = nextReview(state);
  const asked: WarningReminder[] =
    review === null ? [] : [{ key: key('review', review), kind: 'review', what: state.title, from: review }];
  if (state.stage === 'watch') return asked;
  const issue = issuedVersion(state);
  const owed = unacknowledged(state).map(({ id, name }): WarningReminder => {
    const from = issue?.issuer.at.at ?? state.openedAt;
    return { key: key('ack', issue?.version ?? 1, id ?? `*${name}`), kind: 'ack', what: name, from };
  });
  const due = itemsOf(warnings).flatMap((item): WarningReminder[] => {
    if (!applies(warnings, state, item)) return [];
    const { state: now, mark, window } = actionNow(state, item, at);
    const action = { kind: 'action' as const, what: item.label };
    if (now === 'assigned' && mark !== null && mark.dueAt !== null)
      return [{ ...action, key: key('action', item.id, mark.dueAt), from: mark.dueAt }];
    // A recurring one calls once its first time has passed.
    const isLater = window !== null && window.from > (state.versions[0]?.issuer.at.at ?? 0);
    return now === 'open' && isLater
      ? [{ ...action, key: key('action', item.id, window.from), from: window.from }]
      : [];
  });
  return [...asked, ...owed, ...due];
}

/** The next instant at which anything here changes by itself. */
function nextChange(warnings: Warnings | undefined, state: WarningState, at: number): number | null {
  const review = nextReview(state);
  const instants = review === null ? [] : [review];
  if (warnings !== undefined && state.stage === 'issued') {
    for (const item of itemsOf(warnings)) {
      const { mark, window } = actionNow(state, item, at);
      if (window !== null) instants.push(window.until);
      if (mark?.state === 'assigned' && mark.dueAt !== null) instants.push(mark.dueAt + 1);
    }
  }
  const ahead = instants.filter((instant) => instant > at);
  return ahead.length === 0 ? null : Math.min(...ahead);
}

export function viewWarning(plan: PlanPackage, state: WarningState, at: number): WarningFile {
  const { warnings } = plan;
  const issue = issuedVersion(state)?.version ?? 0;
  return {
    ...viewWarningRow(plan, state, at),
    at,
    assessments: state.assessments,
    reports: state.reports,
    approval: state.approval,
    versions: state.versions.map((version, index) => versionRow(plan, version, state.versions[index - 1] ?? null)),
    recipientRows: state.recipients.map(({ id, name, phone, sent, acknowledged }) => ({
      id,
      name,
      phone,
      sent: sent.at(-1) ?? null,
      acknowledged: acknowledged.findLast(({ version }) => version >= issue) ?? null,
    })),
    actions: warnings === undefined ? [] : actionRows(warnings, state, at),
    released: state.released,
    converted: state.converted,
    clueIds: state.clueIds,
    attachments: state.attachments,
    may: warnings === undefined ? { approve: [], issue: [], release: [] } : mayNow(warnings, state),
    intake: { title: state.title, details: intakeDetails(plan, state) },
  };
}

function actionRows(warnings: Warnings, state: WarningState, at: number): WarningFile['actions'] {
  if (standingVersion(state) === null) return [];
  const asOf = state.released?.recordedAt ?? state.converted?.recordedAt ?? at;
  return warnings.actions.map(({ id, label, labelEn, clause, items }) => ({
    id,
    label,
    labelEn,
    clause,
    items: items
      .filter((item) => applies(warnings, state, item))
      .map((item): WarningActionRow => {
        const { state: now, mark, window } = actionNow(state, item, asOf);
        const dueAt = now === 'assigned' ? (mark?.dueAt ?? null) : null;
        return {
          id: item.id,
          label: item.label,
          labelEn: item.labelEn,
          clause: item.clause,
          provenance: item.provenance,
          doneBy: item.doneBy,
          state: now,
          note: mark?.note ?? null,
          to: mark?.to ?? null,
          dueAt,
          overdue: dueAt !== null && asOf > dueAt,
          set: mark && { at: mark.at, entryId: mark.entryId, recordedAt: mark.recordedAt, actor: mark.actor },
          everyHours: item.everyHours ?? null,
          until: window?.until ?? null,
          missed: window?.missed ?? 0,
        };
      }),
  }));
}

function mayNow(warnings: Warnings, state: WarningState): WarningFile['may'] {
  const version = standingVersion(state);
  const proposed = state.approval?.level ?? state.assessments.at(-1)?.level ?? null;
  const ruling = version?.ruledBy ?? proposed;
  const level = ruling === null ? null : warningLevelOf(warnings, ruling);
  const authority = warnings.authorities.find(({ id }) => id === (version?.inNameOf ?? level?.inNameOf));
  return { approve: level?.approvedBy ?? [], issue: level?.issuedBy ?? [], release: authority?.releasedBy ?? [] };
}

/** Posts for a change to another level: what rules then. */
export function mayChange(
  warnings: Warnings,
  ruledBy: string,
  level: string,
): { approve: string[]; issue: string[]; inNameOf: string } {
  const ruling = warningLevelOf(warnings, higherLevel(warnings, ruledBy, level));
  return { approve: ruling?.approvedBy ?? [], issue: ruling?.issuedBy ?? [], inNameOf: ruling?.inNameOf ?? '' };
}

/** In force before the rest, the highest level first; then what has stood longest. */
export function rankWarnings(warnings: Warnings | undefined, rows: readonly WarningRow[]): WarningRow[] {
  const rank = (level: string | null) => (warnings === undefined ? 0 : warningRank(warnings, level));
  return rows.toSorted(
    (a, b) =>
      Number(b.stage === 'issued') - Number(a.stage === 'issued') || rank(b.level) - rank(a.level) || a.since - b.since,
  );
}

function versionRow(plan: PlanPackage, version: WarningVersion, before: WarningVersion | null): WarningVersionRow {
  if (before === null) return { ...version, difference: [] };
  return { ...version, difference: differenceOf(plan, before, version, version.changed) };
}

type Said = Pick<WarningVersion, 'level' | 'content'>;

/** In words, part by part. */
export const differenceOf = (
  plan: PlanPackage,
  before: Said,
  after: Said,
  changed: readonly ChangedPart[],
): WarningDifference[] =>
  changed.map((part) => ({ part, before: partText(plan, before, part), after: partText(plan, after, part) }));

function partText(plan: PlanPackage, { level, content }: Said, part: ChangedPart): string {
  const { warnings } = plan;
  switch (part) {
    case 'level':
      return warnings === undefined ? level : levelName(warnings, level);
    case 'area':
      return content.areas.map(({ name }) => name).join('、');
    case 'kind':
      return warnings === undefined ? (content.kind ?? '') : kindName(warnings, content.kind);
    case 'startsAt':
      return content.starts === null ? '' : timeText(content.starts, plan.timeZone);
    case 'endsAt':
      return content.ends === null ? '' : timeText(content.ends, plan.timeZone);
    default:
      return content[part] ?? '';
  }
}

/** By what the plan's details are: the area, where it is, how far it reaches. */
function intakeDetails(plan: PlanPackage, state: WarningState): Record<string, string> {
  const content = standingVersion(state)?.content;
  const details: Record<string, string> = {};
  const put = (id: string | undefined, text: string | null | undefined) => {
    if (id !== undefined && text !== null && text !== undefined && text !== '') details[id] = text;
  };
  const where = plan.details.filter(({ group }) => group === 'where');
  const [area] = content?.areas ?? [];
  put(where.find(({ input }) => input === 'area')?.id, area?.id ?? area?.name);
  put(where.find(({ input }) => input === 'text')?.id, content?.place ?? state.title);
  put(plan.details.find(({ id }) => id === 'impact')?.id, content?.impact);
  put(plan.details.find(({ id }) => id === 'measures')?.id, content?.measures);
  return details;
}
