import type { intake as original } from '../zh-CN/intake.ts';

export const intake: Record<keyof typeof original, string> = {};
