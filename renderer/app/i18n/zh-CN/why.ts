/** The plan in words (criteria, prompts, thresholds, clauses) and the 为什么 dialogs of every screen. */
export const why = {
  'why.join': '、',
  'why.clause.law': '{clause}',
  'why.clause.default': '{clause}（非公开附件默认值，待核对）',
  'why.clause.inferred': '{clause}（推定，待核对）',
  'why.hours': '{hours} 小时',
  'why.atLeast': '≥{n}',
  'why.moreThan': '＞{n}',
  'why.prompt.conservative.grade': '从严估计可达{*name}：{matches}',
  'why.prompt.conservative.level': '从严估计可达{*name}条件：{matches}',
  'why.prompt.forecast.grade': '按预计，将达{*name}：{matches}',
  'why.prompt.forecast.level': '按预计，将达{*name}条件：{matches}',
  'why.threshold.both': '{duration}满 {hours} 小时（{time}）达{grade}，将建议{*level}',
  'why.threshold.grade': '{duration}满 {hours} 小时（{time}）达{*grade}',
  'why.threshold.level': '{duration}满 {hours} 小时（{time}）将建议{*level}',
} as const;
