/** Texts of the wall board. Few and short: they are read across a room. */
export const wall = {
  'wall.none': '本台没有正在计时的时限',
  'wall.noIncidents': '无在办事件',
  'wall.incidents': '在办事件 {n} 起',
  'wall.sameState': '另有 {n} 项',
  'wall.page': '第 {page}/{pages} 屏',
  'wall.watch': '值班',
  'wall.lead': '带班',
  'wall.notSetUp': '值守台尚未设置',
  'wall.disconnected': '连接中断，内容可能过时',
  'wall.dueAt': '{time} 到时',
} as const;
