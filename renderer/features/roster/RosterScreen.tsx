/** 排班: a month of shifts, typed like a table on paper; what is missing or double is said beside the row. */
import { useState } from 'react';
import { useNow } from '#renderer/app/clock/clock.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { Loaded } from '#renderer/app/desk/Loaded.tsx';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { DutyNav } from '#renderer/app/shell/DutyNav.tsx';
import layout from '#renderer/ui/Layout.module.css';
import { dateOf, datesOfMonth } from '#shared/domain/roster/shifts.ts';
import { DutySettingsPanel } from './DutySettingsPanel.tsx';
import { Month } from './Month.tsx';
import { ZeroReportPanel } from './ZeroReportPanel.tsx';

export function RosterScreen() {
  const { plan } = useDesk();
  const today = dateOf(useNow(), plan.timeZone);
  const [month, setMonth] = useState(today.slice(0, 7));
  const dates = datesOfMonth(month);
  const query = useDeskQuery({ type: 'getRoster', from: dates[0] ?? today, to: dates.at(-1) ?? today });
  return (
    <>
      <DutyNav />
      <div className={layout.beside}>
        <Loaded query={query}>
          {(row) => (
            <>
              <Month key={month} month={month} row={row} today={today} onMonth={setMonth} />
              <div className={layout.column}>
                <ZeroReportPanel />
                <DutySettingsPanel settings={row.settings} />
              </div>
            </>
          )}
        </Loaded>
      </div>
    </>
  );
}
