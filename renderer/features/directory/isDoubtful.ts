/** 待核对: nobody confirmed it for 180 days, or ever. */
import type { ContactRow } from '#shared/contract/rows.ts';

export const isDoubtful = ({ doubtfulFrom }: Pick<ContactRow, 'doubtfulFrom'>, now: number): boolean =>
  doubtfulFrom === null || doubtfulFrom <= now;
