/** One decision per command: pure, from the states as they are to events, a refusal, or a question back. */
import type { Command, CommandOf, CommandType } from './commands.ts';
import type { Decision, DecisionContext } from './decision.ts';
import { setUpDesk } from './desk/setUpDesk.ts';

type Decide<T extends CommandType> = (command: CommandOf<T>, context: DecisionContext) => Decision;

const decisions: { [T in CommandType]?: Decide<T> } = { SetUpDesk: setUpDesk };

export function decide(command: Command, context: DecisionContext): Decision {
  const decision = decisions[command.type] as Decide<CommandType>;
  return decision(command, context);
}
