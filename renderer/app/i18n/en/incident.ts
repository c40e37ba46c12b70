import type { incident as original } from '../zh-CN/incident.ts';

export const incident: Record<keyof typeof original, string> = {};
