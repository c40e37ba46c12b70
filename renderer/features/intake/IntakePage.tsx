import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { useKeyCount } from '#renderer/app/keyboard/useKeyCount.ts';
import { navigate } from '#renderer/app/routes/navigation.ts';
import { DispositionFields } from './DispositionFields.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';
import { FromWarningLine } from './FromWarningLine.tsx';
import styles from './Intake.module.css';
import { IntakeFields } from './IntakeFields.tsx';
import { IntakeFoot } from './IntakeFoot.tsx';
import { IntakeHead } from './IntakeHead.tsx';
import { IntakePreview } from './IntakePreview.tsx';
import { hasContent } from './intakeForm.ts';
import { JoinSuggestion } from './JoinSuggestion.tsx';
import { markUnknown } from './markUnknown.ts';
import { stateOf } from './previewCall.ts';
import { SavedLine } from './SavedLine.tsx';
import { similarIncident } from './similarIncidents.ts';
import { IntakeContext, useIntakeForm } from './useIntakeForm.ts';
import { focusField, useIntakeKeys } from './useIntakeKeys.ts';
import { useSaveCall } from './useSaveCall.ts';

/** Everything on the page; takes one call after the other. */
export function IntakePage() {
  const t = useT();
  const { plan } = useDesk();
  const root = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState(false);
  const intake = useIntakeForm();
  const { draft, form, update, errors } = intake;
  const keys = useKeyCount({ key: 'keys/intake', form: draft.exists ? 'begun' : 'empty' });
  const { save, saved, serial } = useSaveCall(intake, keys, root);
  /** The call whose draft stood here when the page was opened. */
  const [restoredCall, setRestoredCall] = useState(() =>
    draft.exists && hasContent(form) && form.fromWarning === null ? form.callId : null,
  );

  const { data: board } = useDeskQuery({ type: 'getBoard' });
  const open = useMemo(() => board?.incidents ?? [], [board]);
  const { kind, incidentId } = form.disposition;
  const joining = kind === 'join' ? incidentId : null;
  const { data: file } = useDeskQuery(joining === null ? null : { type: 'getIncident', incidentId: joining });
  const joined = useMemo(() => (file === undefined ? null : stateOf(file)), [file]);
  const similar = useMemo(
    () => (kind === 'open' ? similarIncident(plan, { details: form.details }, open) : null),
    [kind, plan, form.details, open],
  );

  const join = (target: string) =>
    update('disposition', (now) => ({
      ...now,
      disposition: { ...now.disposition, kind: 'join', incidentId: target },
    }));
  const pressed = useIntakeKeys(root, {
    save: () => void save(),
    markUnknown: (path) => update(path, (now) => markUnknown(now, path)),
    join: () => similar && join(similar.incidentId),
    toggleMore: () => setMore((before) => !before),
    leave: () => navigate({ screen: 'board' }),
  });

  const keyDown = (event: KeyboardEvent) => {
    keys.onKeyDownCapture(event);
    pressed(event);
  };

  const clear = useCallback(() => {
    draft.discard();
    keys.reset();
    setRestoredCall(null);
  }, [draft, keys]);
  useEffect(() => {
    if (more) root.current?.querySelector<HTMLElement>('[data-more] input')?.focus();
  }, [more]);

  return (
    <IntakeContext.Provider value={intake}>
      {/* Keys of the whole page; every one of them is also a button or a field. */}
      <div ref={root} className={styles.page} onKeyDownCapture={keyDown} role="presentation">
        <IntakeHead restored={form.callId === restoredCall} onClear={clear} />
        <div className={styles.work}>
          <div className={styles.form}>
            {saved !== null && <SavedLine saved={saved} />}
            <FromWarningLine />
            <ErrorSummary errors={errors} onGo={(path) => focusField(root.current, path)} />
            {/* A new call is a new form: nothing of the last one lingers, and the first field takes the focus. */}
            <IntakeFields key={serial} more={more} />
          </div>
          <aside className={styles.preview} aria-label={t('intake.preview')}>
            <div className={styles.seen}>
              <IntakePreview joined={joined} />
            </div>
          </aside>
        </div>
        <IntakeFoot draft={draft} more={more} onMore={() => setMore(!more)} onSave={() => void save()}>
          <DispositionFields open={open} />
          {similar !== null && <JoinSuggestion incident={similar} onJoin={() => join(similar.incidentId)} />}
        </IntakeFoot>
      </div>
    </IntakeContext.Provider>
  );
}
