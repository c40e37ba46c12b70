/** What became of an obligation, in the words that papers use. */
import type { ObligationState } from '#shared/plan/assessment.ts';

export const STATE_WORDS: Readonly<Record<ObligationState, string>> = {
  pending: '未到时限',
  dueSoon: '临近时限',
  overdue: '超时未报',
  immediate: '待报',
  open: '待报',
  fulfilledOnTime: '按时',
  fulfilledLate: '迟报',
  fulfilled: '已报',
  superseded: '不再适用',
  waived: '免报',
};

export function spanText(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest}分钟`;
  return rest === 0 ? `${hours}小时` : `${hours}小时${rest}分钟`;
}
