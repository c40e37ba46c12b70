import type { alarms as original } from '../zh-CN/alarms.ts';

export const alarms: Record<keyof typeof original, string> = {};
