import { type DecisionForm, newDecision } from '#renderer/app/act/decisionForm.ts';

/** Before anybody signed: in writing, unless the officer says otherwise. */
export const NOT_SIGNED: DecisionForm = { ...newDecision(null), means: 'written' };
