/** 交接班: what is handed over, looked at by two people, and one act that both answer for. */

import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { Loaded } from '#renderer/app/desk/Loaded.tsx';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { DutyNav } from '#renderer/app/shell/DutyNav.tsx';
import { classes } from '#renderer/ui/classes.ts';
import layout from '#renderer/ui/Layout.module.css';
import styles from './Handover.module.css';
import { HandoverForm } from './HandoverForm.tsx';
import { PastHandovers } from './PastHandovers.tsx';
import { Sections } from './Sections.tsx';

export function HandoverScreen() {
  const t = useT();
  const { readOnly } = useDesk();
  const query = useDeskQuery({ type: 'getHandover' });
  return (
    <>
      <DutyNav />
      <div className={classes(layout.beside, styles.screen)}>
        <Loaded query={query}>
          {(row) => (
            <>
              <Sections sections={row.sections} />
              <div className={layout.column}>
                {readOnly ? <p>{t('app.readOnly')}</p> : <HandoverForm digest={row.digest} />}
                <PastHandovers />
              </div>
            </>
          )}
        </Loaded>
      </div>
    </>
  );
}
