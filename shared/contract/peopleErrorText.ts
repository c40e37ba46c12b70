/** Refusals about officers, PINs and roles, in words. */
import type { DeskErrorCode } from '#shared/domain/errors.ts';
import type { Role } from '#shared/domain/people/roles.ts';
import type { Said } from './said.ts';

type Words<C extends string> = Readonly<Partial<Record<C, (said: Said) => string>>>;

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  watch: '值班员',
  lead: '带班领导',
  director: '办公室主任',
  commander: '指挥长/副指挥长',
  liaison: '工作组联络员',
  administrator: '管理员',
};

const isRole = (word: string): word is Role => Object.hasOwn(ROLE_NAMES, word);
const roleName = (word: string): string => (isRole(word) ? ROLE_NAMES[word] : word);

const wait = ({ text }: Said): string => {
  const seconds = Number(text('seconds'));
  return seconds >= 60 ? `${Math.ceil(seconds / 60)}分钟` : `${seconds}秒`;
};

export const PEOPLE_ERRORS = {
  roleNeeded: ({ words }) => `此项须由${words('roles').map(roleName).join('、')}操作；请由其登录后进行`,
  deskLocked: () => '值守台已锁定，请先解锁',
  pinNeeded: ({ text }) => `请先用 PIN 登录${text('name') === '' ? '' : `：${text('name')}`}`,
  pinUnset: () => '本值守台要求每人设置 PIN，请先设置',
  pinLost: () => 'PIN 数据不在本机（可能换过电脑或恢复过数据），请重新设置 PIN',
  pinWrong: (said: Said) =>
    `${said.text('name')}输入的 PIN 不对${Number(said.text('seconds')) > 0 ? `，请${wait(said)}后再试` : ''}`,
  pinWait: (said: Said) => `${said.text('name')} PIN 连续输错，请${wait(said)}后再试`,
  pinForm: () => 'PIN 须为六位数字',
  pinPlain: () => '这个 PIN 太容易猜到，请换一个',
  pinNotYours: () => 'PIN 只能由本人设置',
  pinResetOwn: () => '自己的 PIN 请用原 PIN 更改，不能重置',
  lastAdministrator: () => '至少要有一位管理员，请先另设一位',
  lastDirector: () => '至少要有一位办公室主任，请先另设一位',
  officerRetired: ({ text }) => `${text('name') === '' ? '此人' : text('name')}已停用，请先由管理员或办公室主任恢复`,
  retireSelf: () => '不能停用自己，请由另一位管理员或办公室主任操作',
  retireOnDuty: ({ text }) => `${text('name')}还在岗，请先交接班`,
  callNotUnnamed: () => '这次来电已经具名，不必认领',
  handedOver: ({ text }) =>
    `已经交班，不再记录决定${text('name') === '' ? '' : `；请由当班的${text('name')}记录`}，或重新接班`,
  handoverToSelf: () => '接班人不能是交班人自己',
  notOnDuty: () => '交班人不在岗，请核对值班情况',
  handoverChanged: () => '交接内容刚有变化，请两人再看一遍后交接',
  shiftTwice: ({ text }) => `同一班次写了两次：${text('id')}`,
  notThatDay: ({ text }) => `${text('date')}不能报：只能报今天或近七天`,
  noPin: () => '此人没有 PIN，无须重置',
} satisfies Words<DeskErrorCode>;
