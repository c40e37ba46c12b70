/**
 * The live desk's file could not be opened: what happened, what can be restored, what would be missing, and a person's
 * decision. Shown instead of the desk; asks the host once a second until it is over.
 */
import { useEffect, useState } from 'react';
import { useDeskApi } from '#renderer/app/desk/deskContext.ts';
import { readHostInfo } from '#renderer/app/desk/hostInfo.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { AlertDialog } from '#renderer/ui/Dialog.tsx';
import { errorText } from '#shared/contract/errorText.ts';
import type { RescueAct, RescueRow } from '#shared/contract/rescue.ts';
import styles from './Rescue.module.css';
import { RescueFacts } from './RescueFacts.tsx';

const ASK_MS = 1000;

type RescueScreenProps = { rescue: RescueRow; dataFolder: string };

export function RescueScreen({ rescue, dataFolder }: RescueScreenProps) {
  const t = useT();
  const api = useDeskApi();
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { found, failure, isWorking } = rescue;

  useEffect(() => {
    const read = () =>
      readHostInfo(api).then(
        () => setTrouble((now) => (now === t('rescue.unreachable') ? null : now)),
        () => setTrouble(t('rescue.unreachable')),
      );
    const timer = setInterval(() => void read(), ASK_MS);
    return () => clearInterval(timer);
  }, [api, t]);

  async function decide(act: RescueAct): Promise<void> {
    setTrouble(null);
    try {
      const { done } = await api.rescue(act);
      if (act === 'showFolder' && !done) setTrouble(t('rescue.noFolder', { folder: dataFolder }));
      await readHostInfo(api);
    } catch {
      setTrouble(t('rescue.unreachable'));
    }
  }

  return (
    <main className={styles.screen}>
      <div className={styles.page}>
        <h1 className={styles.title}>{t('rescue.title')}</h1>
        <p>{t(`rescue.lead.${rescue.reason}`)}</p>
        <p className={styles.meanwhile}>{t('rescue.meanwhile')}</p>
        <RescueFacts rescue={rescue} />
        <output className={styles.state}>{isWorking && t(found === null ? 'rescue.looking' : 'rescue.working')}</output>
        {failure && <p role="alert">{t('rescue.failed', { reason: errorText(failure) })}</p>}
        {trouble !== null && <p role="alert">{trouble}</p>}
        <div className={styles.actions}>
          <Button
            variant="primary"
            isDisabled={isWorking || found === null || found.entries === 0}
            onPress={() => void decide('restore')}
          >
            {t('rescue.restore')}
          </Button>
          <Button onPress={() => void decide('showFolder')}>{t('rescue.showFolder')}</Button>
          <Button isDisabled={isWorking} onPress={() => void decide('lookAgain')}>
            {t('rescue.lookAgain')}
          </Button>
          <Button variant="quiet" isDisabled={isWorking} onPress={() => setAsking(true)}>
            {t('rescue.startEmpty')}
          </Button>
        </div>
      </div>
      <AlertDialog
        title={t('rescue.empty.title')}
        isOpen={asking}
        confirmLabel={t('rescue.empty.yes')}
        cancelLabel={t('rescue.empty.no')}
        onConfirm={() => {
          setAsking(false);
          void decide('startEmpty');
        }}
        onCancel={() => setAsking(false)}
      >
        <p>{t('rescue.empty.help')}</p>
      </AlertDialog>
    </main>
  );
}
