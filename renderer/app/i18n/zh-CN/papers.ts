/** Texts of papers and of how they are headed. */
export const papers = {
  'papers.kind.signed': '签发的报告',
  'papers.kind.calls': '接报登记表',
  'papers.kind.script': '电话报告稿',
  'papers.kind.phone': '电话报告记录',
  'papers.kind.notice': '响应通知',
  'papers.kind.instruction': '批示办理单',
  'papers.kind.warning': '预警通知',
  'papers.kind.log': '值班日志',
  'papers.kind.evaluation': '评估记录',
} as const;
