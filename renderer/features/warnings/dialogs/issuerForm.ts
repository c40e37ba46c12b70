/** Who signs it out, in which post, at which minute. */
import { isTimeOrEmpty, optionalTime } from '#renderer/app/act/decisionForm.ts';
import { NO_TIME, type TimeValue } from '#renderer/ui/timeValue.ts';

export type IssuerForm = { post: string | null; name: string; at: TimeValue };

export const newIssuer = (post: string | null): IssuerForm => ({ post, name: '', at: NO_TIME });

export const isSigned = ({ post, name, at }: IssuerForm): boolean =>
  post !== null && name.trim() !== '' && isTimeOrEmpty(at);

export const issuerCommand = ({ post, name, at }: IssuerForm) => ({
  post: post ?? '',
  name: name.trim(),
  ...optionalTime('at', at),
});
