/**
 * The bar across every screen while an alarm is not acknowledged: which incident, which clocks, how late, and one button
 * that takes it in the acting officer's name. It stays until somebody does; the voice is in app/sound.
 */
import { useEffect, useRef, useState } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useExecuteOn } from '#renderer/app/desk/useExecute.ts';
import { clockName } from '#renderer/app/entries/describeAlarm.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import type { Translate } from '#renderer/app/i18n/translator.ts';
import { openDesk } from '#renderer/app/routes/navigation.ts';
import type { Route } from '#renderer/app/routes/route.ts';
import { mostUrgent } from '#renderer/app/sound/rhythm.ts';
import { openSound, play, silence, useSound } from '#renderer/app/sound/sound.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import type { AlarmRow } from '#shared/contract/rows.ts';
import type { AlarmAbout } from '#shared/domain/alarm/about.ts';
import { stageKey } from '#shared/domain/alarm/alarm.ts';
import styles from './AlarmBar.module.css';
import { AlarmClock } from './AlarmClock.tsx';
import { type AlarmItem, alarmItems, toneOf } from './alarmItems.ts';
import { ClockBanner } from './ClockBanner.tsx';
import { reminderName } from './reminderName.ts';
import { SilenceDialog } from './SilenceDialog.tsx';
import { SoundBanner } from './SoundBanner.tsx';
import { type AlarmGroup, type LiveAlarms, useLiveAlarms } from './useLiveAlarms.ts';

const SHOWN_CLOCKS = 3;

export function AlarmBar() {
  const t = useT();
  const live = useLiveAlarms();
  useEffect(openSound, []);
  useVoice(live);
  return (
    <>
      <SoundBanner />
      {live && <ClockBanner live={live} />}
      {live && live.groups.length > 0 && (
        <section className={styles.bar} aria-label={t('alarms.bar')}>
          {live.groups.map((group) => (
            <AlarmLine key={`${group.kind} ${group.key}`} group={group} live={live} />
          ))}
        </section>
      )}
    </>
  );
}

export function AlarmLine({ group, live }: { group: AlarmGroup; live: LiveAlarms }) {
  const t = useT();
  const label = useLabel();
  const execute = useExecuteOn();
  const { desk } = useDesk();
  const { deskId, officer, plan } = live;
  const items = alarmItems(group);
  const newest = group.alarms.at(-1);
  const [silencing, setSilencing] = useState<AlarmItem | null>(null);
  const nameOf = (item: AlarmItem): string =>
    reminderName(group, item.key, t) ?? clockName({ plan, label, t }, item.key);
  return (
    <div className={classes(styles.line, styles[toneOf(items)])}>
      {desk.deskId !== deskId && <strong className={styles.live}>{t('alarms.live')}</strong>}
      <button type="button" className={styles.title} onClick={() => openDesk(null, placeOf(group.about))}>
        {titleOf(group, t)}
      </button>
      <ul className={styles.items}>
        {items.slice(0, SHOWN_CLOCKS).map((item) => (
          <AlarmClock key={item.key} item={item} name={nameOf(item)} onSilence={() => setSilencing(item)} />
        ))}
        {items.length > SHOWN_CLOCKS && <li>{t('alarms.more', { n: items.length - SHOWN_CLOCKS })}</li>}
      </ul>
      {newest && (
        <Button
          onPress={() => {
            silence();
            void execute(deskId, officer.officerId, {
              type: 'AcknowledgeAlarm',
              ...group.about,
              alarmId: newest.alarmId,
              stagesSeen: newest.stagesCalled,
            });
          }}
        >
          {t('alarms.acknowledge', { name: officer.name })}
        </Button>
      )}
      {silencing && (
        <SilenceDialog
          item={silencing}
          name={nameOf(silencing)}
          group={group}
          live={live}
          onClose={() => setSilencing(null)}
        />
      )}
    </div>
  );
}

const titleOf = ({ about, title }: AlarmGroup, t: Translate): string =>
  about.incidentId === undefined && about.warningId === undefined ? t('alarms.clues') : title;

function placeOf({ incidentId, warningId }: AlarmAbout): Route {
  if (incidentId !== undefined) return { screen: 'incident', incidentId };
  return warningId === undefined ? { screen: 'warnings' } : { screen: 'warning', warningId };
}

/** Sounds and says each stage once, those that join a standing alarm too; one that came while the sound was off is sounded when it is turned on. */
function useVoice(live: LiveAlarms | null): void {
  const t = useT();
  const label = useLabel();
  const on = useSound(({ state }) => state === 'on');
  const heard = useRef(new Set<string>());
  const told = useRef(new Set<string>());
  useEffect(() => {
    const groups = live?.groups ?? [];
    const alarms = groups.flatMap((group) => group.alarms);
    const kind = mostUrgent(unknownOf(alarms, heard.current));
    if (on && kind !== null) {
      play(kind);
      remember(alarms, heard.current);
    }
    for (const group of groups) {
      const unsaid = unknownOf(group.alarms, told.current);
      if (unsaid.length === 0 || !live) continue;
      remember(unsaid, told.current);
      const clocks = alarmItems({ ...group, alarms: unsaid }).map(
        ({ key }) => reminderName(group, key, t) ?? clockName({ plan: live.plan, label, t }, key),
      );
      const isQuiet = group.kind === 'reminder';
      announce(
        t(isQuiet ? 'alarms.announceReminder' : 'alarms.announce', {
          incident: titleOf(group, t),
          clocks: clocks.join(t('entries.and')),
        }),
        isQuiet ? 'polite' : 'assertive',
      );
    }
    if (alarms.length === 0) silence();
  }, [live, on, t, label]);
}

/** What of them is not among the known stages; alarms of which nothing is left are left out. */
function unknownOf(alarms: readonly AlarmRow[], known: ReadonlySet<string>): AlarmRow[] {
  return alarms
    .map((alarm) => ({ ...alarm, stages: alarm.stages.filter((stage) => !known.has(stageKey(stage))) }))
    .filter(({ stages }) => stages.length > 0);
}

function remember(alarms: readonly AlarmRow[], known: Set<string>): void {
  for (const { stages } of alarms) for (const stage of stages) known.add(stageKey(stage));
}
