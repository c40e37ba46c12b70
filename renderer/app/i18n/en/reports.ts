import type { reports as original } from '../zh-CN/reports.ts';

export const reports: Record<keyof typeof original, string> = {};
