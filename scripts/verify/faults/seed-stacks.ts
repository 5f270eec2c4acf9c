import type { BlockSchema } from '../schema-check';
import type { StackBlock } from '../stacks/stack-index';
import { addressOf } from '../stacks/stack-index';
import { toText } from './edit';
import type { FaultClass, Operator } from './mutant';
import {
  changeArgumentType,
  dropRequiredArgument,
  misspellArgument,
} from './operators/stack-arguments';
import { breakStackReference, corruptExpression } from './operators/stack-expressions';
import { widenStack } from './operators/stack-permissions';
import type { StackJudge, StackSubject } from './stack-judges';
import type { Tally } from './tally';

/** What operators on stacks are given. */
interface Subject {
  readonly type: string;
  readonly body: StackBlock['body'];
  readonly schema: BlockSchema;
  readonly isParameter: boolean;
}

/** Operators on blocks of stacks. */
const OPERATORS: readonly Operator<Subject>[] = [
  ...[dropRequiredArgument, changeArgumentType, misspellArgument],
  ...[breakStackReference, widenStack, corruptExpression],
];

/** Puts every fault into a block, one at a time, and counts which are found. */
export function seedBlock(
  subject: StackSubject,
  judges: Readonly<Record<FaultClass, StackJudge>>,
  tally: Tally,
  oneOf: number,
): void {
  const { block, schema, context } = subject;
  const { type, body, kind } = block;
  const isParameter = kind === 'data' && type === 'aws_ssm_parameter';
  for (const { name, of, mutate } of OPERATORS)
    for (const { keys, what, content } of mutate({ type, body, schema, isParameter })) {
      if (!tally.isTurn(name, of, oneOf)) continue;
      const path = toText(keys);
      tally.add(name, of, {
        killed: judges[of](subject, content),
        what: `${type} ${path.replace(/\[\d+\]/g, '[]')} ${what}`,
        example: `${context.index.stack.name} ${addressOf(block)} ${path}`,
      });
    }
}
