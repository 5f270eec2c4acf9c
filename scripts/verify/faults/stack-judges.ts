import { plannedPermissions } from '../../../lib/proof';
import type { RegionPlan, SystemPlan } from '../../../lib/plan';
import { checkSchema, type BlockSchema } from '../schema-check';
import type { Json } from '../stack-files';
import { blockReferenceProblems, type ReferenceContext } from '../stacks/stack-references';
import type { StackBlock, StackIndex } from '../stacks/stack-index';
import type { FaultClass } from './mutant';
import { policyBreaches } from './policy-judge';
import { readPolicy } from './policy-documents';

/** A block, where it stands and what its type has. */
export interface StackSubject {
  /** The block. */
  readonly block: StackBlock;
  /** The schema of its type. */
  readonly schema: BlockSchema;
  /** What its stack is judged by. */
  readonly context: ReferenceContext;
}

/** Says whether something wrong is found in a block that has another body. */
export type StackJudge = (subject: StackSubject, body: Json) => boolean;

/** The judges of stacks, by the class of faults they are there for. */
export function stackJudges(plan: SystemPlan): Readonly<Record<FaultClass, StackJudge>> {
  const planned = plannedByStack(plan);
  const before = new WeakMap<StackBlock, ReadonlySet<string>>();
  const schema: StackJudge = ({ block, context }, body) =>
    checkSchema(stackOf(block, body, context.index), context.schemas).some(
      ({ severity }) => severity === 'error',
    );
  const reference: StackJudge = ({ block, context }, body) =>
    blockReferenceProblems({ ...block, body }, context).length > 0;
  return {
    ...{ schema, type: schema, reference, expression: reference },
    permission: (subject, body) => {
      const { type } = subject.block;
      const lines = planned.get(subject.context.index.stack.name);
      if (lines !== undefined && isUnplanned(subject, body, lines)) return true;
      const { block, schema: of } = subject;
      const known = before.get(block) ?? policyBreaches(type, block.body, of);
      before.set(block, known);
      return [...policyBreaches(type, body, of)].some((one) => !known.has(one));
    },
  };
}

/** What the roles of a service may do by the plan, without their names, by the stack of the service. */
function plannedByStack({ system, environments }: SystemPlan): ReadonlyMap<string, PlannedRoles> {
  return new Map(
    environments.flatMap(({ environment, regions }) =>
      regions.flatMap((region) =>
        region.services.map((service) => [
          `${system}-${environment}-${region.region}-svc-${service.name}`,
          { region, lines: new Set(plannedPermissions(region, service)) },
        ]),
      ),
    ),
  );
}

/** What the roles in a stack may do by the plan. */
interface PlannedRoles {
  readonly region: RegionPlan;
  readonly lines: ReadonlySet<string>;
}

const ROLE = /^\$\{aws_iam_role\.([\w-]+)\.name\}$/;

/** A role without its boundary, or a permission the plan does not have. */
function isUnplanned(
  { block, context: { index } }: StackSubject,
  body: Json,
  { region, lines }: PlannedRoles,
): boolean {
  if (block.type === 'aws_iam_role') return body['permissions_boundary'] !== region.boundaryArn;
  if (block.type !== 'aws_iam_role_policy') return false;
  const [, address] = ROLE.exec(String(body['role'])) ?? [];
  const role = index.blocks.find(({ type, name }) => type === 'aws_iam_role' && name === address);
  const name = String(role?.body['name']);
  const { statements = [] } = readPolicy(String(body['policy'])) ?? {};
  return statements.some(({ Action: actions, Resource: resources }) =>
    [actions]
      .flat()
      .some((action) =>
        [resources]
          .flat()
          .some((resource) => !lines.has(`${name}: ${String(action)} on ${String(resource)}`)),
      ),
  );
}

/** A stack of one block, with the providers of its own. */
function stackOf({ kind, type, name }: StackBlock, body: Json, { stack }: StackIndex) {
  const { terraform } = stack.content;
  return { ...stack, content: { terraform, [kind]: { [type]: { [name]: body } } } };
}
