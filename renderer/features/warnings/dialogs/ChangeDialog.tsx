/**
 * 变更: the whole text again as it is to stand, what that changes, and why. Another level is a re-issue: whoever rules the
 * highest level it ever stood at approves and issues it, and acknowledgement is asked again [plan 3.4.2; ERL 70].
 */
import styles from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { DecisionFields } from '#renderer/app/act/DecisionFields.tsx';
import { decisionCommand, isDecided, newDecision } from '#renderer/app/act/decisionForm.ts';
import { useForm } from '#renderer/app/act/useForm.ts';
import { readNow } from '#renderer/app/clock/clock.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import type { WarningFile, WarningVersionRow } from '#shared/contract/rows.ts';
import { changedParts, storedContent } from '#shared/domain/warning/content.ts';
import { differenceOf, mayChange } from '#shared/domain/warning/view.ts';
import { LevelChoice } from '../LevelChoice.tsx';
import { DraftPreview } from '../previews/DraftPreview.tsx';
import { useWarningWords } from '../warningWords.ts';
import { ContentFields } from './ContentFields.tsx';
import { contentCommand, contentForm, contentInput, isEndBad, missingContent } from './contentForm.ts';
import { GroundField } from './GroundField.tsx';
import { IssuerFields } from './IssuerFields.tsx';
import { isSigned, issuerCommand, newIssuer } from './issuerForm.ts';

type Props = { file: WarningFile; onClose: () => void };

export function ChangeDialog({ file, onClose }: Props) {
  const standing = file.versions.at(-1);
  return standing === undefined ? null : <Editor file={file} standing={standing} onClose={onClose} />;
}

function Editor({ file, standing, onClose }: Props & { standing: WarningVersionRow }) {
  const t = useT();
  const { plan } = useDesk();
  const words = useWarningWords();
  const { warningId, title, version } = file;
  const { form, change, draft } = useForm(`warnings/change/${version}/${warningId}`, () => ({
    level: standing.level,
    content: contentForm(standing.content, readNow(), plan.timeZone),
    reason: '',
    approval: newDecision(file.may.approve[0] ?? null),
    ground: standing.ground as string | null,
    issuer: newIssuer(file.may.issue[0] ?? null),
  }));
  const areaOrder = plan.areas.map(({ id }) => id);
  const content = storedContent(plan, contentInput(form.content, areaOrder));
  const changed = changedParts(standing, { level: form.level, content });
  const isReissue = changed.includes('level');
  const may =
    plan.warnings === undefined
      ? { approve: [], issue: [], inNameOf: standing.inNameOf }
      : mayChange(plan.warnings, standing.ruledBy, form.level);
  const { delegationId: _, ...approval } = decisionCommand(form.approval);
  const act = t(isReissue ? 'warnings.reissue' : 'warnings.change');
  return (
    <ActDialog
      title={`${t('warnings.change')} · ${title}`}
      act={act}
      size="l"
      missing={[
        changed.length === 0 && { label: t('warnings.somethingNew'), field: 'level' },
        ...missingContent(plan, form.content),
        isEndBad(form.content) && { label: t('warnings.endsAt'), field: 'endsAt' },
        form.reason.trim() === '' && { label: t('response.reason'), field: 'reason' },
        !isDecided(form.approval) && { label: t('warnings.approver'), field: 'approval' },
        form.ground === null && { label: t('warnings.ground'), field: 'ground' },
        !isSigned(form.issuer) && { label: t('warnings.issuer'), field: 'issuer' },
      ]}
      command={() => ({
        type: 'ChangeWarning',
        warningId,
        version,
        level: form.level,
        content: contentCommand(form.content, areaOrder),
        reason: form.reason.trim(),
        approval,
        ground: form.ground ?? '',
        issuer: issuerCommand(form.issuer),
      })}
      effect={
        <p>
          {t(isReissue ? 'warnings.reissueEffect' : 'warnings.changeEffect', {
            n: version + 1,
            level: words.level(form.level),
            authority: words.authority(may.inNameOf),
          })}
        </p>
      }
      draft={draft}
      onClose={onClose}
    >
      <LevelChoice value={form.level} onChange={(level) => change({ level })} />
      {isReissue && <p className={styles.warning}>{t('warnings.reissueNote')}</p>}
      <ContentFields value={form.content} onChange={(part) => change({ content: { ...form.content, ...part } })} />
      {changed.length > 0 && (
        <p>
          {t('warnings.willChange', { parts: changed.map((part) => t(`warnings.part.${part}`)).join(t('why.join')) })}
        </p>
      )}
      <div data-field="reason">
        <TextArea
          label={t('warnings.changeReason')}
          value={form.reason}
          onChange={(reason) => change({ reason })}
          isRequired
        />
      </div>
      <div data-field="approval">
        <DecisionFields
          legend={t('warnings.approver')}
          value={form.approval}
          onChange={(next) => change({ approval: next })}
          may={may.approve}
        />
      </div>
      <GroundField value={form.ground} onChange={(ground) => change({ ground })} />
      <DraftPreview
        draft={{
          text: { level: form.level, inNameOf: may.inNameOf, content },
          before: standing,
          version: {
            version: version + 1,
            difference: differenceOf(plan, standing, { level: form.level, content }, changed),
            reason: form.reason.trim(),
          },
          approval: null,
        }}
        recipients={file.recipientRows}
      />
      <IssuerFields value={form.issuer} onChange={(issuer) => change({ issuer })} may={may.issue} />
    </ActDialog>
  );
}
