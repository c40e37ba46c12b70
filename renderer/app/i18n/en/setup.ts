import type { setup as original } from '../zh-CN/setup.ts';

export const setup: Record<keyof typeof original, string> = {};
