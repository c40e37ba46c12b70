/** A decision as it is typed, and as commands take it. */
import { NO_TIME, type TimeValue, timedInput, timeKind } from '#renderer/ui/timeValue.ts';

export type Means = 'inPerson' | 'phone' | 'written';
export const MEANS: readonly Means[] = ['inPerson', 'phone', 'written'];
export type DecisionForm = {
  post: string | null;
  name: string;
  means: Means;
  at: TimeValue;
  delegationId: string | null;
};

export const newDecision = (post: string | null): DecisionForm => ({
  post,
  name: '',
  means: 'phone',
  at: NO_TIME,
  delegationId: null,
});

export const isDecided = ({ post, name, at }: DecisionForm): boolean =>
  post !== null && name.trim() !== '' && isTimeOrEmpty(at);

export function decisionCommand({ post, name, means, at, delegationId }: DecisionForm) {
  return {
    post: post ?? '',
    name: name.trim(),
    means,
    ...(at.timed && { at: timedInput(at.timed) }),
    ...(delegationId !== null && { delegationId }),
  };
}

export const isTimeOrEmpty = (value: TimeValue): boolean => ['time', 'empty'].includes(timeKind(value));

/** A field of a command that is left out where nothing was typed. */
export const optional = <K extends string>(key: K, text: string): { [P in K]?: string } =>
  text.trim() === '' ? {} : ({ [key]: text.trim() } as { [P in K]: string });

/** The same for several of a form's texts. */
export const optionals = <K extends string>(texts: Readonly<Record<K, string>>, names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, texts[name].trim()]).filter(([, text]) => text !== '')) as {
    [P in K]?: string;
  };

/** The same for a time. */
export const optionalTime = <K extends string>(key: K, { timed }: TimeValue) =>
  (timed === null ? {} : { [key]: timedInput(timed) }) as { [P in K]?: ReturnType<typeof timedInput> };
