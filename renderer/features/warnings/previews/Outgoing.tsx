/**
 * What of the warning goes out, version by version: the notice, the text message, the words for loudspeakers, and the
 * message to other systems (CAP 1.2) [plan 3.4.2].
 */
import { useState } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { WarningFile } from '#shared/contract/rows.ts';
import { noticesOfWarning } from '#shared/domain/papers/warningNotice.ts';
import styles from './Previews.module.css';
import { SaveCap } from './SaveCap.tsx';
import { Spoken } from './Spoken.tsx';
import { useNoticeName } from './useNoticeName.ts';

export function Outgoing({ file }: { file: WarningFile }) {
  const t = useT();
  const hrefOf = useHref();
  const nameOf = useNoticeName();
  const { plan } = useDesk();
  const notices = noticesOfWarning(file);
  const [chosen, setChosen] = useState<string | null>(null);
  const newest = notices.at(-1);
  if (newest === undefined || plan.warnings === undefined) return null;
  const of = notices.find((each) => String(each) === chosen) ?? newest;
  const version = file.versions.find((each) => each.version === of);
  return (
    <Panel title={t('warnings.outgoing')}>
      <div className={styles.choose}>
        <Select
          label={t('warnings.versions')}
          choices={notices.toReversed().map((each) => ({ id: String(each), label: nameOf(each) }))}
          value={String(of)}
          onChange={setChosen}
        />
        <a className={styles.link} href={hrefOf({ screen: 'warning', warningId: file.warningId, notice: String(of) })}>
          {t('warnings.openNotice')}
        </a>
        <SaveCap file={file} of={of} />
      </div>
      {version !== undefined && <Spoken text={version} />}
    </Panel>
  );
}
