import type { board as original } from '../zh-CN/board.ts';

export const board: Record<keyof typeof original, string> = {};
