/** A part of what is counted: the later start, the earlier end, and the incident of either. */
import type { Asked } from '#shared/domain/statistics/asked.ts';
import type { Part } from './shown.ts';

export function narrowed(asked: Asked, part: Part): Part {
  const from = Math.max(asked.from ?? Number.NEGATIVE_INFINITY, part.from ?? Number.NEGATIVE_INFINITY);
  const to = Math.min(asked.to ?? Number.POSITIVE_INFINITY, part.to ?? Number.POSITIVE_INFINITY);
  return { ...asked, ...part, ...(Number.isFinite(from) && { from }), ...(Number.isFinite(to) && { to }) };
}
