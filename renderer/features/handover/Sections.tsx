/** Section by section what is open; an empty one says so, so that nothing looks forgotten. */
import type { ReactNode } from 'react';
import { callTreeRoute } from '#renderer/app/callTree/callTreeRoute.ts';
import { useNow } from '#renderer/app/clock/clock.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { clockName } from '#renderer/app/entries/describeAlarm.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import type { Route } from '#renderer/app/routes/route.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { HandoverItem, HandoverSection } from '#shared/domain/handover/sections.ts';
import styles from './Handover.module.css';
import { reminderText } from './reminderText.ts';

export function Sections({ sections }: { sections: readonly HandoverSection[] }) {
  const t = useT();
  const open = sections.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <Panel title={t('handover.what')} aside={t('handover.count', { n: open })} className={styles.sections ?? ''}>
      {sections.map(({ id, items }) => (
        <section key={id} className={styles.section} aria-label={t(`handover.section.${id}`)}>
          <h3 className={styles.name}>
            {t(`handover.section.${id}`)} <span className={styles.quiet}>{items.length}</span>
          </h3>
          {items.length === 0 ? (
            <p className={styles.quiet}>{t('handover.none')}</p>
          ) : (
            <ul>
              {items.map((item) => (
                <li key={item.key} className={styles.item}>
                  <Item item={item} />
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </Panel>
  );
}

function Item({ item }: { item: HandoverItem }) {
  const hrefOf = useHref();
  const { incidentId, title } = item;
  const place = placeOf(item);
  return (
    <>
      <ItemText item={item} />
      {place !== null && (
        <a className={styles.incident} href={hrefOf(place)}>
          {title}
        </a>
      )}
      {incidentId !== null && (
        <a className={styles.incident} href={hrefOf({ screen: 'incident', incidentId })}>
          {title}
        </a>
      )}
    </>
  );
}

/** Of a warning or a clue; an incident's own stands beside it. */
function placeOf(item: HandoverItem): Route | null {
  switch (item.kind) {
    case 'warning':
    case 'unacknowledged':
      return { screen: 'warning', warningId: item.warningId };
    case 'clue':
      return { screen: 'warnings', clueId: item.clueId };
    default:
      return null;
  }
}

function ItemText({ item }: { item: HandoverItem }): ReactNode {
  const t = useT();
  const format = useFormat();
  const label = useLabel();
  const now = useNow();
  const { plan } = useDesk();
  switch (item.kind) {
    case 'incident': {
      const level = plan.levels.find(({ id }) => id === item.level);
      return (
        <span>
          {t('handover.openedAt', { time: format.near(item.openedAt, now) })}{' '}
          {level === undefined ? t('handover.noLevel') : <b>{label(level)}</b>}
        </span>
      );
    }
    case 'clock':
      return (
        <span>
          <b>{t(`handover.state.${item.state}`)}</b> {clockName({ plan, label, t }, item.key)}{' '}
          {item.dueAt !== null && t('handover.dueAt', { time: format.near(item.dueAt, now) })}
        </span>
      );
    case 'document':
      return <span>{t('handover.signed', { title: item.document, time: format.near(item.signedAt, now) })}</span>;
    case 'reminder':
      return (
        <span>
          {reminderText(item.about, t)} {t('handover.since', { time: format.near(item.about.since, now) })}
        </span>
      );
    case 'warning': {
      const level = plan.warnings?.levels.find(({ id }) => id === item.level);
      return (
        <span>
          <b>{label(level, t('handover.watched'))}</b> {t(`handover.stage.${item.stage}`)} {item.area}{' '}
          {t('handover.since', { time: format.near(item.since, now) })}
          {item.version > 0 && ` · ${t('handover.version', { n: item.version })}`}
          {item.reviewAt !== null && ` · ${t('handover.review', { time: format.near(item.reviewAt, now) })}`}
        </span>
      );
    }
    case 'unacknowledged':
      return (
        <span>
          {item.who} {t('handover.since', { time: format.near(item.since, now) })}
        </span>
      );
    case 'clue': {
      const source = plan.warnings?.sources.find(({ id }) => id === item.source);
      return (
        <span>
          {label(source, item.source)} {t('handover.since', { time: format.near(item.receivedAt, now) })}
        </span>
      );
    }
    case 'gap':
      return (
        <span>
          {item.date} {item.start} {t(`roster.gap.${item.duty}`)}
        </span>
      );
    case 'zeroReport':
      return <span>{t('handover.zeroReport', { date: item.date })}</span>;
    case 'callTree':
      return <CallTreeItem item={item} />;
    case 'call':
      return <span>{t('people.unnamed', { time: format.near(item.takenAt, now) })}</span>;
  }
}

function CallTreeItem({ item }: { item: Extract<HandoverItem, { kind: 'callTree' }> }) {
  const t = useT();
  const label = useLabel();
  const hrefOf = useHref();
  const { subject, tree, left, total, incidentId, title } = item;
  return (
    <span>
      <a href={hrefOf(callTreeRoute(subject))}>{t('callTree.handover', { tree: label(tree), n: left, of: total })}</a>{' '}
      {incidentId === null && title}
    </span>
  );
}
