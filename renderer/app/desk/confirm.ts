/** The question that waits for an answer. One at a time; a second waits for the first. */
import { create } from 'zustand';
import type { ConfirmQuestion } from '#shared/domain/errors.ts';

type Waiting = { questions: ConfirmQuestion[]; answer: (yes: boolean) => void };

export const useConfirmStore = create<{ waiting: Waiting[] }>(() => ({ waiting: [] }));

export function askOfficer(questions: ConfirmQuestion[]): Promise<boolean> {
  return new Promise((resolve) => {
    const waiting: Waiting = {
      questions,
      answer: (yes) => {
        useConfirmStore.setState((state) => ({ waiting: state.waiting.filter((other) => other !== waiting) }));
        resolve(yes);
      },
    };
    useConfirmStore.setState((state) => ({ waiting: [...state.waiting, waiting] }));
  });
}
