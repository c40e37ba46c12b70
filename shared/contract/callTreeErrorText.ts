/** Refusals about the calls of a level or a warning in words: who has it, since when, and what to do. */
import type { DeskErrorCode } from '#shared/domain/errors.ts';
import type { Said } from './said.ts';

type Words<C extends string> = Readonly<Partial<Record<C, (said: Said) => string>>>;

const ENDS: Readonly<Record<string, string>> = {
  replaced: '已由新的呼叫名单接替',
  lowered: '级别已下调',
  ended: '已结束',
};

export const CALL_TREE_ERRORS = {
  noCallTree: ({ text }) => `“${text('title')}”目前没有要呼叫的名单`,
  callTreeEnded: ({ text }) => `“${text('tree')}”${ENDS[text('how')] ?? text('how')}，请看现在的名单`,
  callStepClaimed: ({ text, time }) =>
    `${text('by')}已于${time('at')}开始呼叫${text('who')}，${time('until')}前由其办理；确需改由您呼叫请点“接手”`,
  callStepNotClaimed: ({ text }) => `您没有在呼叫${text('who')}`,
  callStepReached: ({ text, time }) => `${text('who')}已于${time('at')}接通（${text('by')}），不必再打`,
  callStepSkipped: ({ text }) => `${text('who')}已注明不呼叫：${text('reason')}；要呼叫请先恢复`,
  callStepOpen: ({ text }) => `${text('who')}本来就在待呼叫之列`,
  callNotARecipient: ({ text }) => `${text('who')}不是预警的分发对象，不能记签收`,
} satisfies Words<DeskErrorCode>;
