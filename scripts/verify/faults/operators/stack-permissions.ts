import { isJson, type Json } from '../../stack-files';
import { withoutValueAt, withValueAt, type Keys } from '../edit';
import type { Mutation, Operator } from '../mutant';
import { readPolicy, writePolicy } from '../policy-documents';
import { texts } from './stack-expressions';

/** A block of a stack, of a type. */
export interface TypedSubject {
  /** Type of the block. */
  readonly type: string;
  /** What it is set to. */
  readonly body: Json;
}

/** Arguments that keep the world out, by type: left out, or set to what lets it in. */
const ARGUMENTS: Readonly<Record<string, readonly (readonly [Keys, unknown])[]>> = {
  aws_vpc_security_group_ingress_rule: [
    [['cidr_ipv4'], '0.0.0.0/0'],
    [['cidr_ipv6'], '::/0'],
  ],
  aws_iam_role: [[['permissions_boundary'], undefined]],
  aws_iam_role_policy_attachment: [[['policy_arn'], 'arn:aws:iam::aws:policy/AdministratorAccess']],
  aws_s3_bucket_public_access_block: [
    ...['block_public_acls', 'block_public_policy', 'ignore_public_acls'],
    'restrict_public_buckets',
  ].map((key) => [[key], false] as const),
  aws_rds_cluster_instance: [[['publicly_accessible'], true]],
  aws_db_instance: [[['publicly_accessible'], true]],
  aws_eks_cluster: [
    [['vpc_config', 'endpoint_public_access'], true],
    [['vpc_config', 'public_access_cidrs'], ['0.0.0.0/0']],
  ],
  aws_subnet: [[['map_public_ip_on_launch'], true]],
};

/** Allows more than was planned: in policies, and in arguments that keep the world out. */
export const widenStack: Operator<TypedSubject> = {
  name: 'widen what a stack allows',
  of: 'permission',
  *mutate({ type, body }): Iterable<Mutation> {
    for (const [keys, to] of ARGUMENTS[type] ?? []) {
      const [last, above] = [String(keys.at(-1)), keys.slice(0, -1)];
      const around = above.reduce<unknown>((at, key) => (isJson(at) ? at[String(key)] : at), body);
      if (!isJson(around) || JSON.stringify(around[last]) === JSON.stringify(to)) continue;
      const content = to === undefined ? withoutValueAt(body, keys) : withValueAt(body, keys, to);
      yield { keys, what: to === undefined ? 'left out' : `is ${JSON.stringify(to)}`, content };
    }
    for (const [keys, text] of texts(body, [])) {
      const policy = readPolicy(text);
      if (policy === undefined) continue;
      for (const { what, statements } of widenedPolicies(policy.statements))
        yield { keys, what, content: withValueAt(body, keys, writePolicy(policy, statements)) };
    }
  },
};

interface WidenedPolicy {
  readonly what: string;
  readonly statements: readonly Json[];
}

function widenedPolicies(statements: readonly Json[]): readonly WidenedPolicy[] {
  return statements.flatMap((statement, index) => {
    const name = textOf(statement['Sid']) ?? String(index + 1);
    return statement['Effect'] === 'Deny'
      ? [{ what: `${name}: the denial is left out`, statements: statements.toSpliced(index, 1) }]
      : widened(statement).map(([what, wider]) => ({
          ...{ what: `${name}: ${what}`, statements: statements.with(index, wider) },
        }));
  });
}

function widened(statement: Json): readonly (readonly [string, Json])[] {
  const actions = [statement['Action']].flat();
  const service = textOf(actions[0])?.split(':')[0] ?? '';
  const every = `${service}:*`;
  const { Resource: resource, Principal: principal, Condition: condition } = statement;
  const all: readonly (readonly [boolean, string, () => Json])[] = [
    [
      !actions.includes('*') && !actions.includes(every),
      'every action of the service',
      () => ({ ...statement, Action: [...actions, every] }),
    ],
    [
      !actions.includes('*') && !actions.includes(every),
      'one action more',
      () => ({ ...statement, Action: [...actions, `${service}:TagResource`] }),
    ],
    [
      resource !== undefined && ![resource].flat().includes('*'),
      'every resource',
      () => ({ ...statement, Resource: ['*'] }),
    ],
    [
      principal !== undefined && principal !== '*',
      'every principal',
      () => ({ ...statement, Principal: '*' }),
    ],
    [condition !== undefined, 'no condition', () => withoutValueAt(statement, ['Condition'])],
  ];
  return all.flatMap(([applies, what, make]) => (applies ? [[what, make()] as const] : []));
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
