/**
 * The bar across every screen while an alarm is not acknowledged: which incident, which clocks, how late, and one button
 * that takes it in the acting officer's name. It stays until somebody does; the voice is in app/sound.
 */
import { useEffect, useRef } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useExecuteOn } from '#renderer/app/desk/useExecute.ts';
import { clockName } from '#renderer/app/entries/describeAlarm.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { openDesk } from '#renderer/app/routes/navigation.ts';
import { mostUrgent } from '#renderer/app/sound/rhythm.ts';
import { openSound, play, silence, useSound } from '#renderer/app/sound/sound.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import styles from './AlarmBar.module.css';
import { AlarmClock } from './AlarmClock.tsx';
import { alarmItems, toneOf } from './alarmItems.ts';
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
      {live && live.groups.length > 0 && (
        <section className={styles.bar} aria-label={t('alarms.bar')}>
          {live.groups.map((group) => (
            <AlarmLine key={group.incidentId} group={group} live={live} />
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
  return (
    <div className={classes(styles.line, styles[toneOf(items)])}>
      {desk.deskId !== deskId && <strong className={styles.live}>{t('alarms.live')}</strong>}
      <button
        type="button"
        className={styles.title}
        onClick={() => openDesk(null, { screen: 'incident', incidentId: group.incidentId })}
      >
        {group.title}
      </button>
      <ul className={styles.items}>
        {items.slice(0, SHOWN_CLOCKS).map((item) => (
          <AlarmClock key={item.key} item={item} name={clockName({ plan, label, t }, item.key)} />
        ))}
        {items.length > SHOWN_CLOCKS && <li>{t('alarms.more', { n: items.length - SHOWN_CLOCKS })}</li>}
      </ul>
      {newest && (
        <Button
          onPress={() => {
            silence();
            void execute(deskId, officer.officerId, {
              type: 'AcknowledgeAlarm',
              incidentId: group.incidentId,
              alarmId: newest.alarmId,
            });
          }}
        >
          {t('alarms.acknowledge', { name: officer.name })}
        </Button>
      )}
    </div>
  );
}

/** Sounds and says each alarm once; one that came while the sound was off is sounded when it is turned on. */
function useVoice(live: LiveAlarms | null): void {
  const t = useT();
  const label = useLabel();
  const on = useSound(({ state }) => state === 'on');
  const heard = useRef(new Set<string>());
  const told = useRef(new Set<string>());
  useEffect(() => {
    const groups = live?.groups ?? [];
    const alarms = groups.flatMap((group) => group.alarms);
    const fresh = alarms.filter((alarm) => !heard.current.has(alarm.alarmId));
    const kind = mostUrgent(fresh);
    if (on && kind !== null) {
      play(kind);
      for (const alarm of fresh) heard.current.add(alarm.alarmId);
    }
    for (const group of groups) {
      const unsaid = group.alarms.filter((alarm) => !told.current.has(alarm.alarmId));
      if (unsaid.length === 0 || !live) continue;
      for (const alarm of unsaid) told.current.add(alarm.alarmId);
      const clocks = alarmItems({ ...group, alarms: unsaid }).map(({ key }) =>
        clockName({ plan: live.plan, label, t }, key),
      );
      announce(t('alarms.announce', { incident: group.title, clocks: clocks.join(t('entries.and')) }), 'assertive');
    }
    if (alarms.length === 0) silence();
  }, [live, on, t, label]);
}
