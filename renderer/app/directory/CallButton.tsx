/** 拨打 beside a person, wherever one appears with a number; the call goes to the incident's log. */
import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { useT } from '../i18n/locale.ts';
import { CallDialog, type Callee } from './CallDialog.tsx';

export function CallButton({ callee, incidentId }: { callee: Callee; incidentId: string }) {
  const t = useT();
  const [isCalling, setCalling] = useState(false);
  const [first] = callee.numbers;
  if (first === undefined) return null;
  const { name } = callee;
  return (
    <>
      <Button
        variant="quiet"
        aria-label={t('directory.callNumber', { name, number: first.number })}
        onPress={() => setCalling(true)}
      >
        {t('directory.call')}
      </Button>
      {isCalling && <CallDialog callee={callee} incidentId={incidentId} onClose={() => setCalling(false)} />}
    </>
  );
}
