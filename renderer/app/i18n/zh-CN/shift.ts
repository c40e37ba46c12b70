/** Texts of a shift's log. */
export const shift = {
  'shift.none': '还没有人值过班。',
  'shift.which': '班次',
  'shift.now': '本班：{name}，{from} 起',
  'shift.past': '{name}，{from} 至 {to}',
  'shift.failed': '读不到这一班的记录',
} as const;
