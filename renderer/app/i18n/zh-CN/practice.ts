/** Texts of the practice replay. */
export const practice = {
  'practice.title': '演练回放 · {title}',
  'practice.play': '播放',
  'practice.pause': '暂停',
  'practice.previous': '上一节点',
  'practice.next': '下一节点',
  'practice.speed': '速度',
  'practice.times': '{n}倍',
  'practice.position': '回放时刻',
  'practice.mark': '第 {n} / {of} 个节点',
  'practice.leave': '回到实战',
  'practice.open': '打开演练回放：{title}',
  'practice.opening': '正在准备回放…',
  'practice.closed': '演练回放没有打开',
  'practice.closedHelp': '程序重启后，回放要重新打开。打开后本页自动恢复。',
  'practice.failed': '回放打不开，请重试',
} as const;
