/** What the host's alarm scheduler called, told by the host itself whatever the desk does. */
import { create } from 'zustand';
import type { CalledAlarm } from '#shared/contract/deskApi.ts';

export const useCalledAlarms = create<{ called: readonly CalledAlarm[] }>(() => ({ called: [] }));
