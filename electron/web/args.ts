/** The command line of the host, as a pure function: what is asked for, or what is wrong with it. */

export type HostArgs = { open: boolean; port: number | null; data: string | null };
export type ParsedArgs = { kind: 'run'; args: HostArgs } | { kind: 'help' } | { kind: 'wrong'; message: string };

export const HELP = `Watchdesk 应急值守台

  npm start                    open the desk in its own window, else in the browser 打开值守台窗口，不能时用浏览器
  npm start -- --web           open it in the browser 在浏览器中打开
  npm start -- --no-open       only print the address 只显示网址，不打开浏览器
  npm start -- --port N        serve on port N (0: any free port) 指定端口，0 为任意空闲端口
  npm start -- --data DIR      keep the desk's data in DIR 指定数据文件夹
  npm start -- --help          this text 显示本说明

The data folder is --data, else WATCHDESK_DATA, else the user's own data folder.
A second start with the same data folder opens the desk that is already running.
`;

const wrong = (message: string): ParsedArgs => ({ kind: 'wrong', message: `${message} (see --help 用法见 --help)` });

/** `--port 80` and `--port=80` alike. */
function splitAssignments(argv: readonly string[]): string[] {
  return argv.flatMap((word) => {
    const at = word.startsWith('--') ? word.indexOf('=') : -1;
    return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
  });
}

export function parseArgs(argv: readonly string[]): ParsedArgs {
  const words = splitAssignments(argv);
  const args: HostArgs = { open: true, port: null, data: null };
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    const value = words[i + 1];
    switch (word) {
      case '--help':
      case '-h':
        return { kind: 'help' };
      case '--no-open':
        args.open = false;
        break;
      case '--port': {
        if (value === undefined || !/^\d{1,5}$/.test(value) || Number(value) > 65_535) {
          return wrong('--port needs a number from 0 to 65535 端口应为 0–65535');
        }
        args.port = Number(value);
        i++;
        break;
      }
      case '--data': {
        if (value === undefined || value === '') return wrong('--data needs a folder 缺少数据文件夹');
        args.data = value;
        i++;
        break;
      }
      default:
        return wrong(`unknown argument 无法识别的参数: ${word}`);
    }
  }
  return { kind: 'run', args };
}
