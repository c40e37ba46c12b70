/** A fault of a scenario file in words, with its step and path. */
import { issueText } from '#shared/contract/issueText.ts';
import type { ScenarioFault } from '#shared/scenario/scenarioFile.ts';

export function faultText({ step, path, code, params }: ScenarioFault): string {
  const where = step === null ? path || '文件' : `第${step + 1}步 ${path}`;
  return `${where}：${whyText(code, params)}`;
}

function whyText(code: ScenarioFault['code'], params: ScenarioFault['params']): string {
  switch (code) {
    case 'neitherDoNorBoard':
      return '每一步必须是 do 或 board 二者之一';
    case 'goesBack':
      return '时间早于上一步';
    case 'timeZone':
      return '不是有效的时区（应如 Asia/Shanghai）';
    default: {
      const text = issueText({ path: '', code, ...(params !== undefined && { params }) });
      return text.slice(text.indexOf('：') + 1);
    }
  }
}
