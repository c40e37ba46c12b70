/** The latest calls, whatever became of them. */
import type { CallRow } from '#shared/contract/rows.ts';
import type { CallState } from '#shared/domain/call/call.ts';
import { callStream } from '#shared/domain/streams.ts';
import { stateOf } from '../context.ts';
import type { QueryOf } from '../parse.ts';
import { type Answered, answered, type QueryParts } from './parts.ts';

export function listCalls(parts: QueryParts, query: QueryOf<'listCalls'>): Answered<CallRow[]> {
  const { limit, at = parts.clock.now() } = query;
  const calls = parts.calls.recordedBy(at, limit).map((id) => stateOf('call', parts.streams.get(callStream(id)).state));
  return answered(calls.filter((call) => call !== null).map((call) => toRow(call, at)));
}

function toRow(call: CallState, at: number): CallRow {
  const { callId, entryId, received, recordedAt, actor, reported, disposition } = call;
  const { source, details } = reported;
  const attachments = call.attachments.filter((row) => row.recordedAt <= at);
  return { callId, entryId, received, recordedAt, actor, source, details, disposition, attachments };
}
