/**
 * Sends notes to a running desk, one after another, and says how long each took at its door. A thread of its own: the one
 * that drives a browser parses documents of megabytes, and what it is late by is not the desk's. Beside each note it looks
 * at the machine: how late a timer is, and how long a bare write takes to reach the same disk.
 */
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { connectWebApi, type Session } from '../../e2e/support/webClient.ts';

export type CommandThreadData = { session: Session; incidentId: string; probe: string; betweenMs: number };
export type ToCommandThread = 'begin' | 'end' | 'close';
/** Milliseconds. */
export type Meanwhile = { took: number[]; timerLate: number[]; bareSync: number[] };

const { session, incidentId, probe, betweenMs } = workerData as CommandThreadData;
const PAGE = Buffer.alloc(4096, 1);
const api = connectWebApi(session);
const file = openSync(probe, 'w');
let sent = 0;
let isSending = false;
let sending: Promise<Meanwhile> | null = null;

async function sendNotes(): Promise<Meanwhile> {
  const { took, timerLate, bareSync }: Meanwhile = { took: [], timerLate: [], bareSync: [] };
  while (isSending) {
    sent += 1;
    const command = { type: 'AddNote' as const, incidentId, text: `其间第${sent}条` };
    const began = performance.now();
    const reply = await api.execute({ desk: 'main', commandId: `meanwhile-${sent}`, officerId: 'o1', command });
    took.push(performance.now() - began);
    if (!reply.ok) throw new Error(JSON.stringify(reply));
    const waiting = performance.now();
    await wait(betweenMs);
    timerLate.push(performance.now() - waiting - betweenMs);
    writeSync(file, PAGE, 0, PAGE.length, 0);
    const syncing = performance.now();
    fdatasyncSync(file);
    bareSync.push(performance.now() - syncing);
  }
  return { took, timerLate, bareSync };
}

async function obey(message: ToCommandThread): Promise<void> {
  if (message === 'begin') {
    isSending = true;
    sending = sendNotes();
    return;
  }
  isSending = false;
  const meanwhile = await sending;
  if (message === 'end') return parentPort?.postMessage(meanwhile);
  api.close();
  closeSync(file);
  parentPort?.close();
}

parentPort?.on('message', (message: ToCommandThread) => void obey(message));
