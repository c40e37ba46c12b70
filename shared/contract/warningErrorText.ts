/** Refusals and questions about clues and warnings in words. */
import type { ConfirmCode, DeskErrorCode } from '#shared/domain/errors.ts';
import type { Said } from './said.ts';

type Words<C extends string> = Readonly<Partial<Record<C, (said: Said) => string>>>;

const STAGES: Readonly<Record<string, string>> = {
  dismissed: '研判为无需预警',
  watch: '关注中',
  proposed: '已提出，尚未上报',
  reported: '已上报，尚未批准',
  approved: '已批准，尚未发布',
  issued: '已发布',
  released: '已解除',
  converted: '已转为突发事件',
};

export const WARNING_ERRORS = {
  unknownClue: ({ text }) => `没有这条线索：${text('id')}`,
  unknownWarning: ({ text }) => `没有这项预警：${text('id')}`,
  clueSettled: ({ text, time }) =>
    `这条线索已于${time('at')}${text('how') === 'linked' ? '并入预警' : '排除'}，不能再办`,
  warningStage: ({ text }) => `“${text('title')}”现在${STAGES[text('stage')] ?? text('stage')}，不能作此操作`,
  warningIncomplete: ({ labels }) => `还缺：${labels('warningLevels', 'labels')}，不能发布`,
  warningChanged: ({ text }) => `“${text('title')}”现为第${text('version')}版，请看过后重新操作`,
  warningAcknowledged: ({ text, time }) => `${text('name')}已由${text('by')}于${time('at')}签收`,
  notARecipient: ({ text }) => `${text('name')}不在分发名单中，请先分发`,
  messageTooLong: ({ text }) => `短信${text('size')}字，最多${text('most')}字，请缩短`,
  notTheIssuer: ({ label, labels, has }) =>
    `按“谁发布、谁解除”，只能由${label('warningAuthorities', 'authority')}解除（${labels('posts', 'may')}），${label('posts', 'post')}不能解除` +
    (has('alsoHolds') ? `；如本人同时担任${labels('posts', 'alsoHolds')}，请以该职务作出` : ''),
} satisfies Words<DeskErrorCode>;

export const WARNING_QUESTIONS = {
  warningLevelOfGrade: ({ label }) =>
    `${label('warningLevels', 'level')}对应可能发生的${label('grades', 'grade')}事件，研判为${label('grades', 'likelyGrade')}。仍按此级别提出吗？`,
} satisfies Words<ConfirmCode>;
