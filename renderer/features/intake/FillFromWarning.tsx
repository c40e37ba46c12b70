/**
 * 转为突发事件: the warning's words go into the call's form, which is then the page's draft like any other. A call that
 * stands there already is never typed over: the officer says whether it is the same one [rules §6].
 */
import { useEffect, useRef } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { Loaded } from '#renderer/app/desk/Loaded.tsx';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { navigate } from '#renderer/app/routes/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { WarningFile } from '#shared/contract/rows.ts';
import { isEnded } from '#shared/domain/warning/warning.ts';
import { filledFrom } from './filledFrom.ts';
import { hasContent } from './intakeForm.ts';
import { useIntakeForm } from './useIntakeForm.ts';

export function FillFromWarning({ warningId }: { warningId: string }) {
  const query = useDeskQuery({ type: 'getWarning', warningId });
  return <Loaded query={query}>{(file) => (isEnded(file) ? <Ended file={file} /> : <Fill file={file} />)}</Loaded>;
}

const toIntake = () => navigate({ screen: 'intake' });

function Fill({ file }: { file: WarningFile }) {
  const t = useT();
  const { plan } = useDesk();
  const { form, update } = useIntakeForm();
  const isOther = hasContent(form) && form.fromWarning?.warningId !== file.warningId;
  const done = useRef(false);
  const fill = () => {
    if (done.current) return;
    done.current = true;
    update('disposition', (now) => filledFrom(now, file, plan));
    toIntake();
  };
  useEffect(() => {
    if (!isOther) fill();
  });
  if (!isOther) return null;
  return (
    <EmptyState
      title={t('intake.fromWarning.other')}
      actions={
        <>
          <Button variant="primary" size="l" onPress={toIntake}>
            {t('intake.fromWarning.look')}
          </Button>
          <Button size="l" onPress={fill}>
            {t('intake.fromWarning.fill')}
          </Button>
        </>
      }
    >
      {t('intake.fromWarning.otherHelp')}
    </EmptyState>
  );
}

function Ended({ file: { warningId, title } }: { file: WarningFile }) {
  const t = useT();
  return (
    <EmptyState
      title={t('intake.fromWarning.ended', { title })}
      actions={
        <Button variant="primary" size="l" onPress={() => navigate({ screen: 'warning', warningId })}>
          {t('intake.fromWarning.back')}
        </Button>
      }
    />
  );
}
