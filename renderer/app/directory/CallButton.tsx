/**
 * 拨打 beside a person, post or unit, wherever one appears. The numbers are looked up when it is pressed, so that a long list
 * costs nothing. Not on a desk that is only looked at, nor on a locked screen.
 */
import { type ReactNode, useState } from 'react';
import { RowButton } from '#renderer/ui/RowButton.tsx';
import { useDesk } from '../desk/deskContext.ts';
import { useT } from '../i18n/locale.ts';
import { useLockedAt } from '../identity/identity.ts';
import { CallDialog } from './CallDialog.tsx';
import type { Callee } from './callee.ts';

type CallButtonProps = {
  callee: Callee;
  /** What the call is about; null: the officer says. */
  incidentId: string | null;
  /** Where several stand side by side: whom. */
  children?: ReactNode;
};

export function CallButton({ callee, incidentId, children }: CallButtonProps) {
  const t = useT();
  const { readOnly } = useDesk();
  const [isCalling, setCalling] = useState(false);
  const isLocked = useLockedAt() !== null;
  if (readOnly || isLocked) return null;
  return (
    <>
      <RowButton aria-label={t('directory.callTo', { name: callee.name })} onPress={() => setCalling(true)}>
        {children ?? t('directory.call')}
      </RowButton>
      {isCalling && <CallDialog callee={callee} incidentId={incidentId} onClose={() => setCalling(false)} />}
    </>
  );
}
