import type { entries as original } from '../zh-CN/entries.ts';

export const entries: Record<keyof typeof original, string> = {};
