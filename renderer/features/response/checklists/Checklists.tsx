/**
 * What must be done now, by whom: the measures of the levels, 先期处置, 现场处置 by the facts, and the closing list
 * [plan 4.2, 4.3, 4.4.2, 5]. Nothing done is ever lost when a list is added.
 */
import { memo, useCallback, useMemo, useState } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { quarterOf } from '#renderer/app/format/instant.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { ToggleButton } from '#renderer/ui/ToggleGroup.tsx';
import type { ChecklistItemRow, ResponseFile } from '#shared/contract/rows.ts';
import { AssignDialog } from './AssignDialog.tsx';
import { Checklist } from './Checklist.tsx';
import { NotApplicableDialog } from './NotApplicableDialog.tsx';
import { countsOf, orderLists } from './order.ts';

type Asked = { item: ChecklistItemRow; what: 'assign' | 'notApplicable' };

export const Checklists = memo(function Checklists({ file }: { file: ResponseFile }) {
  const t = useT();
  const { readOnly } = useDesk();
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const lists = useMemo(() => orderLists(file.checklists), [file.checklists]);
  const { settled, all } = countsOf(file.checklists.flatMap(({ items }) => items));
  const ask = useCallback((item: ChecklistItemRow, what: Asked['what']) => setAsked({ item, what }), []);
  const close = () => setAsked(null);
  return (
    <Panel
      title={t('response.checklists', { settled, all })}
      aside={<ToggleButton label={t('response.onlyOpen')} isOn={onlyOpen} onChange={setOnlyOpen} />}
    >
      {lists.length === 0 && <p>{t('response.noChecklists')}</p>}
      {lists.map((list) => (
        <Checklist
          key={`${list.id} ${list.because.kind === 'level' ? list.because.responseId : ''}`}
          list={list}
          incidentId={file.incidentId}
          tasks={file.tasks}
          at={quarterOf(file.at)}
          onlyOpen={onlyOpen}
          onAsk={readOnly ? null : ask}
        />
      ))}
      {asked?.what === 'assign' && <AssignDialog item={asked.item} file={file} onClose={close} />}
      {asked?.what === 'notApplicable' && (
        <NotApplicableDialog item={asked.item} incidentId={file.incidentId} onClose={close} />
      )}
    </Panel>
  );
});
