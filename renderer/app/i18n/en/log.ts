import type { log as original } from '../zh-CN/log.ts';

export const log: Record<keyof typeof original, string> = {};
