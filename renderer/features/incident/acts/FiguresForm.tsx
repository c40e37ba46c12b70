/** New figures as seen at an instant: each an observation of its own. What stands now shows in the empty field. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { FigureField } from '#renderer/app/plan/FigureField.tsx';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import { readFigureTexts } from '#shared/domain/figureTexts.ts';
import type { IncidentFile } from '#shared/domain/rows.ts';
import { ActForm, Note, Problem, Row } from './ActForm.tsx';
import { type FiguresValues, figuresCommand } from './actCommands.ts';
import { SourceField, WhenField } from './formFields.tsx';
import { type Act, useAct } from './useAct.ts';

type FormProps = { file: IncidentFile; onDone: () => void };
const EMPTY: FiguresValues = { figures: {}, observed: NO_TIME, source: '' };

export function FiguresForm({ file, onDone }: FormProps) {
  const t = useT();
  const { plan } = useDesk();
  const act = useAct(`${file.incidentId}/figures`, EMPTY, onDone);
  const { form, change, tried, record } = act;
  const command = figuresCommand(plan, file.incidentId, form);
  return (
    <ActForm
      act={act}
      submitLabel={t('incident.figures.record')}
      onSubmit={() => void record(command && [command])}
      onCancel={onDone}
    >
      <Note>{t('incident.figures.help')}</Note>
      <FigureFields file={file} act={act} autoFocus />
      <Row>
        <WhenField
          label={t('incident.observedAt')}
          value={form.observed}
          onChange={(observed) => change({ observed })}
          placeholder={t('incident.now')}
        />
        <SourceField act={act} />
      </Row>
      {tried && command === null && <Problem>{t('incident.figures.needed')}</Problem>}
    </ActForm>
  );
}

type FigureFieldsProps = { file: IncidentFile; act: Act<FiguresValues>; autoFocus?: boolean };

export function FigureFields({ file, act, autoFocus = false }: FigureFieldsProps) {
  const t = useT();
  const words = usePlanWords();
  const { plan } = useDesk();
  const { form, change, tried } = act;
  const { faults } = readFigureTexts(plan, form.figures);
  const nowOf = (id: string): string => {
    const quantity = file.assessment.figures.find(({ figure }) => figure === id)?.quantity ?? null;
    return quantity === null ? '' : t('incident.figures.now', { value: words.quantity(id, quantity) });
  };
  return (
    <Row>
      {plan.figures.map((figure, index) => {
        const fault = faults[figure.id];
        return (
          <FigureField
            key={figure.id}
            figure={figure}
            text={form.figures[figure.id] ?? ''}
            onChange={(text) => change({ figures: { ...form.figures, [figure.id]: text } })}
            placeholder={nowOf(figure.id)}
            error={tried && fault !== undefined ? t(`incident.figures.${fault}`) : null}
            autoFocus={autoFocus && index === 0}
          />
        );
      })}
    </Row>
  );
}
