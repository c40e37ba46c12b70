/** What is wrong with an exported incident, as data and in words. */

export const exportFaultCodes = [
  'missingFile',
  'unknownFile',
  'changedFile',
  'badManifest',
  'brokenSeal',
  'badLine',
  'missingEntry',
  'brokenLink',
  'changedEntry',
  'changedPayload',
  'hiddenEntry',
  'wrongHead',
  'wrongCount',
  'changedPlan',
  'wrongAttachment',
  'noIncident',
  'repacked',
] as const;
export type ExportFaultCode = (typeof exportFaultCodes)[number];
/** `at`: the file's name, or the place in the log. */
export type ExportFault = { code: ExportFaultCode; at: string };

const WORDS: Readonly<Record<ExportFaultCode, (at: string) => string>> = {
  missingFile: (at) => `缺少文件：${at}`,
  unknownFile: (at) => `清单之外多出文件：${at}`,
  changedFile: (at) => `文件内容与清单不符：${at}`,
  badManifest: (at) => `清单无法读取或不完整：${at}`,
  brokenSeal: (at) => `清单与其校验值不符：${at}`,
  badLine: (at) => `日志第${at}行格式不对`,
  missingEntry: (at) => `日志缺条或次序有变：第${at}条`,
  brokenLink: (at) => `日志校验链断开：第${at}条`,
  changedEntry: (at) => `日志条目被改动：第${at}条`,
  changedPayload: (at) => `日志内容被改动：第${at}条`,
  hiddenEntry: (at) => `本事件的条目被隐去：第${at}条`,
  wrongHead: (at) => `日志末条与清单所载不符：${at}`,
  wrongCount: (at) => `日志条数与清单所载不符：${at}`,
  changedPlan: (at) => `预案与日志所依据的不符：${at}`,
  wrongAttachment: (at) => `附件与日志所载不符：${at}`,
  noIncident: (at) => `日志中没有本事件的开立记录：${at}`,
  repacked: (at) => `压缩包不是值守台导出的原样（内容是否完好，请解开后再核验）：${at}`,
};

export const exportFaultText = ({ code, at }: ExportFault): string => WORDS[code](at);
