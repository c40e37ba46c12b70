/**
 * 发布: the approved level with the plan's required fields. What is missing stands in a list that leads to each field; who
 * may sign it out is shown, and the desk judges [plan 3.4.2; ERL 64].
 */
import styles from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { useForm } from '#renderer/app/act/useForm.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import type { ClueRow, WarningFile } from '#shared/contract/rows.ts';
import { storedContent } from '#shared/domain/warning/content.ts';
import { defaultRecipients, storedRecipients } from '#shared/domain/warning/recipients.ts';
import { LevelName } from '../LevelName.tsx';
import { DraftPreview } from '../previews/DraftPreview.tsx';
import { useWarningWords } from '../warningWords.ts';
import { ContentFields } from './ContentFields.tsx';
import { contentCommand, contentInput, EMPTY_CONTENT, isEndBad, missingContent } from './contentForm.ts';
import { IssuerFields } from './IssuerFields.tsx';
import { isSigned, issuerCommand, newIssuer } from './issuerForm.ts';
import { RecipientsField } from './RecipientsField.tsx';
import { PLAN_RECIPIENTS, recipientsInput } from './recipientsForm.ts';

type Props = { file: WarningFile; onClose: () => void };

/** The form begins with what its clues say, so it waits for them. */
export function IssueDialog({ file, onClose }: Props) {
  const { data: clues } = useDeskQuery({ type: 'listClues', limit: 500 });
  if (clues === undefined) return null;
  return <Editor file={file} first={clues.find(({ clueId }) => file.clueIds.includes(clueId))} onClose={onClose} />;
}

function Editor({ file, first, onClose }: Props & { first: ClueRow | undefined }) {
  const t = useT();
  const { plan } = useDesk();
  const words = useWarningWords();
  const posts = usePlanWords();
  const { warningId, title, approval, may } = file;
  const { form, change, draft } = useForm(`warnings/issue/${warningId}`, () => ({
    content: {
      ...EMPTY_CONTENT,
      areas: first === undefined || first.area === null ? [] : [first.area],
      place: first?.place ?? '',
      kind: first?.kind ?? null,
    },
    issuer: newIssuer(may.issue[0] ?? null),
    recipients: PLAN_RECIPIENTS,
  }));
  const level = plan.warnings?.levels.find(({ id }) => id === approval?.level);
  const areaOrder = plan.areas.map(({ id }) => id);
  const areas = form.content.areas.map((id) => ({ id }));
  const byPlan = plan.warnings === undefined ? [] : defaultRecipients(plan.warnings, areas);
  const recipients = recipientsInput(form.recipients, byPlan);
  const act = t('warnings.issue');
  if (level === undefined || approval === null) return null;
  return (
    <ActDialog
      title={`${act} · ${title}`}
      act={act}
      size="l"
      missing={[
        ...missingContent(plan, form.content),
        isEndBad(form.content) && { label: t('warnings.endsAt'), field: 'endsAt' },
        !isSigned(form.issuer) && { label: t('warnings.issuer'), field: 'issuer' },
        recipients.length === 0 && { label: t('warnings.recipients'), field: 'recipients' },
      ]}
      command={() => ({
        type: 'IssueWarning',
        warningId,
        content: contentCommand(form.content, areaOrder),
        issuer: issuerCommand(form.issuer),
        recipients,
      })}
      effect={
        <p>
          {t('warnings.issueEffect', {
            level: words.level(level.id),
            authority: words.authority(level.inNameOf),
            n: recipients.length,
          })}
        </p>
      }
      draft={draft}
      onClose={onClose}
    >
      <p>
        <LevelName level={level.id} none="" />{' '}
        <span className={styles.quiet}>
          {level.criteria} · {t('warnings.inNameOf', { authority: words.authority(level.inNameOf) })} ·{' '}
          {t('warnings.approvedBy', {
            who: `${posts.post(approval.approval.post)} ${approval.approval.name}`,
            ground: words.ground(approval.ground),
          })}
        </span>
      </p>
      <ContentFields value={form.content} onChange={(part) => change({ content: { ...form.content, ...part } })} />
      <RecipientsField value={form.recipients} byPlan={byPlan} onChange={(next) => change({ recipients: next })} />
      <DraftPreview
        draft={{
          text: {
            level: level.id,
            inNameOf: level.inNameOf,
            content: storedContent(plan, contentInput(form.content, areaOrder)),
          },
          before: null,
          version: null,
          approval: approval.approval,
        }}
        recipients={plan.warnings === undefined ? [] : storedRecipients(plan.warnings, recipients)}
      />
      <IssuerFields value={form.issuer} onChange={(issuer) => change({ issuer })} may={level.issuedBy} />
    </ActDialog>
  );
}
