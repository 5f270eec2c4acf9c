import { NAME_RULES } from '../../core/names';
import { namePrefix } from './environment-scope';
import { boundedRoleStatements } from './iam-statements';
import type { PolicyStatement } from './policy-document';
import type { ServicesScope } from './service-names';
import { regionalPatterns, storePatterns } from './service-names';
import type { StateStore } from './state-statements';
import { stateWriteStatements } from './state-statements';
import { storeDeployStatements } from './store-deploy-statements';

const under = (service: string, actions: readonly string[]): readonly string[] =>
  actions.map((action) => `${service}:${action}`);

const SECRET_ACTIONS = [
  ...['CreateSecret', 'DeleteSecret', 'DescribeSecret', 'GetResourcePolicy', 'RestoreSecret'],
  ...['TagResource', 'UntagResource', 'UpdateSecret'],
];

/**
 * What deploying the stacks of services takes: to administer what is named after them, their data not included, except
 * for the items of tables that are copied between regions.
 */
export function serviceDeployStatements(
  scope: ServicesScope,
  state: StateStore,
  permissionsBoundaryArn: string,
): readonly PolicyStatement[] {
  const stacks = scope.services.map((service) => `${namePrefix(scope)}-*-svc-${service}`);
  return [
    ...storeDeployStatements(scope),
    ...alarmStatements(scope),
    ...secretStatements(scope),
    ...boundedRoleStatements({
      boundedRoleArns: roleArns(scope),
      permissionsBoundaryArn,
      // Those of pods, and those that copy the objects of buckets.
      passedToServices: ['pods.eks.amazonaws.com', 's3.amazonaws.com'],
    }),
    ...stateWriteStatements(state, stacks),
  ];
}

function alarmStatements(scope: ServicesScope): readonly PolicyStatement[] {
  const { account } = scope;
  const names = storePatterns(scope);
  return [
    {
      sid: 'Alarms',
      actions: under('cloudwatch', [
        ...['DeleteAlarms', 'DescribeAlarms', 'ListTagsForResource', 'PutMetricAlarm'],
        ...['TagResource', 'UntagResource'],
      ]),
      resources: names.map((name) => `arn:aws:cloudwatch:*:${account}:alarm:${name}`),
    },
    {
      sid: 'Logs',
      actions: under('logs', [
        ...['AssociateKmsKey', 'CreateLogGroup', 'DeleteLogGroup', 'DeleteRetentionPolicy'],
        ...['DisassociateKmsKey', 'ListTags*', 'PutRetentionPolicy', 'TagResource'],
        'UntagResource',
      ]),
      resources: names.map((name) => `arn:aws:logs:*:${account}:log-group:/aws/*/${name}`),
    },
  ];
}

function secretStatements(scope: ServicesScope): readonly PolicyStatement[] {
  const { system, environment, account, services } = scope;
  // Secrets Manager adds a hyphen and six characters to the name.
  return [
    {
      sid: 'Parameters',
      actions: under('ssm', [
        ...['AddTagsToResource', 'DeleteParameter', 'GetParameter', 'GetParameters'],
        ...['ListTagsForResource', 'PutParameter', 'RemoveTagsFromResource'],
      ]),
      resources: services.map(
        (service) =>
          `arn:aws:ssm:*:${account}:parameter/${system}/${environment}/*/svc-${service}/*`,
      ),
    },
    {
      sid: 'Secrets',
      actions: under('secretsmanager', [
        ...SECRET_ACTIONS,
        ...['DeleteResourcePolicy', 'PutResourcePolicy', 'ValidateResourcePolicy'],
      ]),
      resources: services.map(
        (service) =>
          `arn:aws:secretsmanager:*:${account}:secret:${system}/${environment}/${service}/*`,
      ),
    },
    {
      // The password of a global database is made here and handed on, never kept in a plan or a state.
      sid: 'MasterSecrets',
      actions: under('secretsmanager', [...SECRET_ACTIONS, 'GetSecretValue', 'PutSecretValue']),
      // Secrets Manager adds a hyphen and six characters to the name.
      resources: regionalPatterns(scope, 'rdsIdentifier').map(
        ({ region, pattern }) =>
          `arn:aws:secretsmanager:${region}:${account}:secret:${pattern}-master-??????`,
      ),
    },
  ];
}

/**
 * The role of a service, and those beside it: `<service>.<duty>`, or `<service>-<more>`. Each may be cut; what is too
 * long to be a name is left out, for the policy's length.
 */
function roleArns(scope: ServicesScope): readonly string[] {
  const { account, services, regions } = scope;
  const names = services.flatMap((service) =>
    regions
      .map((region) => `${namePrefix(scope)}-${region}-${service}`)
      .flatMap((name) => [name, `${name}.*`]),
  );
  const patterns = regionalPatterns(scope, 'iamRole').map(({ pattern }) => pattern);
  return [...names, ...patterns]
    .filter((pattern) => pattern.length <= NAME_RULES.iamRole.max)
    .map((pattern) => `arn:aws:iam::${account}:role/${pattern}`);
}
