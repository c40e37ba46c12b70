/** The window's title and icon: the screen's name, and in front of it what the live desk's clocks say. */
import { useEffect } from 'react';
import type { IncidentRow } from '#shared/contract/rows.ts';
import { hostNow, useClockStore } from '../clock/clock.ts';
import { useQueryOf } from '../desk/useDeskQuery.ts';
import { useLiveDesk } from '../desk/useLiveDesk.ts';
import { useT } from '../i18n/locale.ts';
import type { Translate } from '../i18n/translator.ts';
import { type DueSign, dueSign, type Icon, iconOf } from './dueSign.ts';

const ICONS: Record<Icon, string> = {
  calm: new URL('./icon.svg', import.meta.url).href,
  soon: new URL('./icon-soon.svg', import.meta.url).href,
  late: new URL('./icon-late.svg', import.meta.url).href,
};

function signText(sign: DueSign, t: Translate): string {
  switch (sign.kind) {
    case 'none':
      return '';
    case 'late':
      return t('app.sign.late', { n: sign.n });
    case 'next':
      return t('app.sign.next', { n: sign.minutes });
    case 'atOnce':
      return t('app.sign.atOnce', { n: sign.n });
  }
}

function showIcon(icon: Icon): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel=icon]');
  if (link !== null && link.href !== ICONS[icon]) link.href = ICONS[icon];
}

const NONE: readonly IncidentRow[] = [];

/** `isDrill`: the screen shows a practice replay; what is said of clocks is the live desk's all the same, and says so. */
export function useTitle(screen: string, isDrill: boolean): void {
  const t = useT();
  const live = useLiveDesk();
  const { data: board } = useQueryOf(live?.desk.deskId ?? null, { type: 'getBoard' });
  const incidents = board?.incidents ?? NONE;
  const inForce = board?.warnings.filter(({ stage }) => stage === 'issued').length ?? 0;
  useEffect(() => {
    const title = t(isDrill ? 'app.titlePractice' : 'app.title', { screen, product: t('app.product') });
    let shown: string | null = null;
    const paint = () => {
      const sign = dueSign(incidents, hostNow());
      const text = signText(sign, t) || (inForce > 0 ? t('app.sign.warnings', { n: inForce }) : '');
      showIcon(iconOf(sign));
      // Once a minute: printing borrows the title for the paper's name.
      if (text === shown) return;
      shown = text;
      const said = isDrill ? t('app.sign.live', { sign: text }) : text;
      document.title = text === '' ? title : `${said} · ${title}`;
    };
    paint();
    return useClockStore.subscribe(paint);
  }, [t, screen, isDrill, incidents, inForce]);
}
