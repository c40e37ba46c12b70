import type { practice as original } from '../zh-CN/practice.ts';

export const practice: Record<keyof typeof original, string> = {};
