/**
 * Ringing somebody up from anywhere a person appears: the number large enough to dial from, then minute and result, into
 * the incident's log where it is about one [plan 3.4.3(5), 6.3]. Without a number it says so and leads to 通讯录.
 */
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import { digitsOf, isPhoneNumber } from '#shared/domain/directory/contact.ts';
import { type PhoneResult, phoneResults } from '#shared/domain/directory/events.ts';
import act from '../act/Act.module.css';
import { ActDialog } from '../act/ActDialog.tsx';
import { AtField } from '../act/AtField.tsx';
import { isTimeOrEmpty, optional, optionalTime } from '../act/decisionForm.ts';
import { useForm } from '../act/useForm.ts';
import { useDeskQuery } from '../desk/useDeskQuery.ts';
import { useT } from '../i18n/locale.ts';
import { navigate } from '../routes/navigation.ts';
import styles from './CallDialog.module.css';
import type { Callee, Reachable } from './callee.ts';
import { useReachable } from './useReachable.ts';

type CallDialogProps = {
  callee: Callee;
  /** The incident it is about; null: the officer says. */
  incidentId: string | null;
  onClose: () => void;
};

const NONE = '-';

export function CallDialog({ callee, incidentId, onClose }: CallDialogProps) {
  const t = useT();
  const { data: open = [] } = useDeskQuery({ type: 'listIncidents' });
  const reachable = useReachable(callee);
  const { form, change, draft } = useForm(`directory/call/${callee.contactId ?? callee.name}`, () => ({
    /** null: the first of those known. */
    number: null as string | null,
    result: null as PhoneResult | null,
    note: '',
    at: NO_TIME,
    about: incidentId ?? '',
  }));
  // One open incident: calls are about it until the officer says otherwise.
  const onlyOne = open.length === 1 ? (open[0]?.incidentId ?? NONE) : NONE;
  const about = incidentId ?? (form.about === '' ? onlyOne : form.about);
  const number = (form.number ?? reachable?.[0]?.number ?? '').trim();
  const whose = reachable?.find((each) => digitsOf(each.number) === digitsOf(number)) ?? null;
  const { contactId, name, unit } = whose ?? callee;
  return (
    <ActDialog
      title={t('directory.callTo', { name: callee.name })}
      act={t('directory.recordCall')}
      missing={[
        !isPhoneNumber(number) && t('directory.number'),
        form.result === null && t('directory.result'),
        !isTimeOrEmpty(form.at) && t('groups.at'),
      ]}
      command={() => ({
        type: 'RecordPhoneCall',
        ...(contactId !== null && { contactId }),
        name,
        ...optional('unit', unit ?? ''),
        number,
        result: form.result ?? 'answered',
        ...optional('note', form.note),
        ...optionalTime('at', form.at),
        ...(about !== NONE && { incidentId: about }),
      })}
      draft={draft}
      onClose={onClose}
    >
      <div>
        <p className={styles.dialled}>{number}</p>
        {whose !== null && whose.name !== callee.name && <p className={styles.whose}>{whoseWords(whose)}</p>}
        {reachable?.length === 0 && <NoNumber callee={callee} onLeave={onClose} />}
      </div>
      {reachable !== null && reachable.length > 1 && (
        <ChoiceGroup
          label={t('directory.numbers')}
          choices={reachable.map((each) => ({
            id: each.number,
            label: each.name === callee.name ? each.number : `${each.name} ${each.number}`,
          }))}
          value={whose?.number ?? null}
          onChange={(next) => change({ number: next })}
        />
      )}
      <ChoiceGroup
        label={t('directory.result')}
        choices={phoneResults.map((result) => ({ id: result, label: t(`entries.phoned.${result}`) }))}
        value={form.result}
        onChange={(id) => change({ result: phoneResults.find((result) => result === id) ?? null })}
      />
      <div className={act.fields}>
        <TextField
          label={t('directory.number')}
          value={form.number ?? number}
          onChange={(next) => change({ number: next })}
          inputMode="tel"
          isRequired
        />
        <AtField label={t('groups.at')} value={form.at} onChange={(at) => change({ at })} />
        <TextField label={t('directory.note')} value={form.note} onChange={(note) => change({ note })} />
        {incidentId === null && (
          <Select
            label={t('directory.about')}
            choices={[
              { id: NONE, label: t('directory.aboutNone') },
              ...open.map((incident) => ({ id: incident.incidentId, label: incident.title })),
            ]}
            value={about}
            onChange={(id) => change({ about: id })}
          />
        )}
      </div>
    </ActDialog>
  );
}

const whoseWords = ({ name, unit }: Reachable): string => [unit, name].filter((part) => part !== null).join(' ');

/** What is dialled by heart can be recorded all the same. */
function NoNumber({ callee, onLeave }: { callee: Callee; onLeave: () => void }) {
  const t = useT();
  const { contactId, name } = callee;
  const leave = () => {
    onLeave();
    navigate({ screen: 'directory', ...(contactId !== null && { contactId }) });
  };
  return (
    <p className={styles.noNumber}>
      {t('directory.noNumberOf', { name })} <Button onPress={leave}>{t('directory.toDirectory')}</Button>
    </p>
  );
}
