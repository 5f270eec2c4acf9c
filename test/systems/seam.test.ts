import { readSystem } from '../../lib/model';
import { planSystem } from '../../lib/plan';
import { system } from '../../systems/shop/system';
import { parametersOf, regionOf } from '../support/parameters';
import { permissionsIn, rolesIn } from '../support/policies';
import type { Manifest } from '../support/synth-charts';
import { blocksOf, manifestsIn, writtenCharts, writtenStacks } from '../support/written';

/** What one half of the output names and the other half makes: compared by name alone, as it was written. */
const planned = planSystem(system);
const stacks = [...writtenStacks(planned).values()];
const files = [...writtenCharts(planned)];
const { services } = readSystem(system);

/** Service accounts of what is installed beside the charts: operators and controllers, each by its own. */
const OF_OTHERS = [
  ...['external-secrets/external-secrets', 'kafka/strimzi-topic-operator'],
  ...['kube-system/aws-load-balancer-controller', 'kube-system/karpenter'],
];

interface SecretSpec {
  readonly data: readonly {
    readonly secretKey: string;
    readonly remoteRef: { readonly key: string };
    readonly sourceRef: { readonly storeRef: { readonly name: string } };
  }[];
}
interface StoreSpec {
  readonly provider: {
    readonly aws: { readonly service: string; readonly region: string; readonly role: string };
  };
}

describe.each(planned.environments.flatMap(({ regions }) => regions))(
  'in $environment $region',
  (plan) => {
    const manifests = files
      .filter(([path]) => path.startsWith(`${plan.environment}/${plan.region}/`))
      .flatMap(([, text]) => manifestsIn(text));
    const prefix = `shop-${plan.environment}-${plan.region}-`;
    const regional = stacks.filter(({ name }) => name.startsWith(prefix));
    const visible = [
      ...regional,
      ...stacks.filter(({ name }) => name.startsWith(`shop-${plan.environment}-global-`)),
    ];
    const of = (kind: string): readonly Manifest[] =>
      manifests.filter((manifest) => manifest.kind === kind);
    const resources = (type: string) =>
      visible.flatMap((stack) => Object.values(blocksOf(stack, 'resource', type)));
    const stores = new Map(
      of('SecretStore').map((store) => [
        `${store.metadata.namespace ?? ''}/${store.metadata.name}`,
        (store['spec'] as StoreSpec).provider.aws,
      ]),
    );
    const wanted = of('ExternalSecret').flatMap(({ metadata, spec }) =>
      (spec as SecretSpec).data.map(({ remoteRef, sourceRef }) => {
        const store = stores.get(`${metadata.namespace ?? ''}/${sourceRef.storeRef.name}`);
        return { key: remoteRef.key, service: metadata.name.replace(/-connections$/, ''), store };
      }),
    );
    const wantedFrom = (service: string) =>
      wanted.filter(({ store }) => store?.service === service);

    test('every parameter that a Secret reads is published by a stack of the region', () => {
      const published = regional.flatMap((stack) =>
        Object.values(blocksOf(stack, 'resource', 'aws_ssm_parameter')).map(({ name }) => name),
      );
      const keys = wantedFrom('ParameterStore').map(({ key }) => key);

      expect(keys.filter((key) => !published.includes(key))).toEqual([]);
      expect(keys.length).toBeGreaterThan(10);
    });

    test('every parameter that is published is read by a Secret, a stack or a job that prepares databases', () => {
      const prepared = plan.services.flatMap(({ bootstrap }) =>
        (bootstrap?.databases ?? []).flatMap(({ hostParameter, secretParameter }) => [
          hostParameter,
          secretParameter,
        ]),
      );
      const read = new Set<string>([
        ...wanted.map(({ key }) => key),
        ...prepared,
        ...stacks
          .flatMap((stack) => parametersOf(stack, 'data'))
          .filter(({ region }) => region === plan.region)
          .map(({ name }) => name),
      ]);
      const published = regional
        .flatMap((stack) => parametersOf(stack, 'resource'))
        .map(({ name }) => name);

      // Only what copies topics asks for the group of the brokers, and this region takes no copies.
      const copies = plan.replications.length > 0;
      expect(published.filter((name) => !read.has(name))).toEqual(
        copies ? [] : [`/shop/${plan.environment}/${plan.region}/kafka/security-group-id`],
      );
    });

    test('every secret that is read was declared, and every declared one is read', () => {
      const declared = services.flatMap(({ name, secrets }) =>
        Object.values(secrets).map((secret) => `shop/${plan.environment}/${name}/${secret}`),
      );

      expect(
        wantedFrom('SecretsManager')
          .map(({ key }) => key)
          .sort(),
      ).toEqual(declared.sort());
    });

    test('every parameter and secret is read in the role of its service, which may read it and no other', () => {
      for (const { name } of services) {
        const own = wanted.filter(({ service }) => service === name);
        const stack = regional.find((each) => each.name === `${prefix}svc-${name}`);
        const secrets = blocksOf(stack, 'resource', 'aws_secretsmanager_secret');
        const allowed = permissionsIn(stack, 'secrets')
          .filter(({ Action }) => Action.some((action) => /^(ssm|secretsmanager):Get/.test(action)))
          .flatMap(({ Resource }) => Resource)
          .map((arn) => {
            const [, address = ''] =
              /^\$\{aws_secretsmanager_secret\.(\w+)\.arn\}$/.exec(arn) ?? [];
            const secret = secrets[address]?.['name'];
            return typeof secret === 'string' ? secret : arn.replace(/^.*:parameter/, '');
          });

        expect([...allowed].sort()).toEqual(own.map(({ key }) => key).sort());
        expect(new Set(own.map(({ store }) => store?.role))).toEqual(
          new Set(own.map(() => `arn:aws:iam::${plan.account}:role/${prefix}${name}.secrets`)),
        );
        expect(rolesIn(stack).map((role) => role.name)).toEqual(
          expect.arrayContaining(own.length > 0 ? [`${prefix}${name}.secrets`] : []),
        );
      }
    });

    test('every role belongs to a service account that is there', () => {
      const accounts = of('ServiceAccount').map(
        ({ metadata }) => `${metadata.namespace ?? ''}/${metadata.name}`,
      );
      const associated = resources('aws_eks_pod_identity_association').map(
        ({ namespace, service_account: account }) => `${String(namespace)}/${String(account)}`,
      );

      expect([...associated].sort()).toEqual([...accounts, ...OF_OTHERS].sort());
    });

    test('every table, bucket and database that a service is told of is there under that name', () => {
      const told = (pattern: RegExp): readonly unknown[] =>
        of('ConfigMap').flatMap(({ data }) =>
          Object.entries(data as Readonly<Record<string, string>>).flatMap(([variable, value]) =>
            pattern.test(variable) ? value : [],
          ),
        );
      const sorted = (names: readonly unknown[]): readonly string[] => names.map(String).sort();
      const buckets = visible.flatMap((stack) =>
        Object.values(blocksOf(stack, 'resource', 'aws_s3_bucket')).filter(
          (bucket) => regionOf(stack, bucket) === plan.region,
        ),
      );

      expect(sorted(told(/^DYNAMO_.*_TABLE$/))).toEqual(
        sorted(resources('aws_dynamodb_table').map(({ name }) => name)),
      );
      expect(sorted(told(/^BUCKET_.*_NAME$/))).toEqual(sorted(buckets.map(({ bucket }) => bucket)));
      expect(sorted(told(/^REDIS_.*_NAME$/))).toEqual(
        sorted(
          resources('aws_elasticache_replication_group').map(
            (cache) => cache['replication_group_id'],
          ),
        ),
      );
      expect(told(/^POSTGRES_.*_DATABASE$/)).toHaveLength(
        [...resources('aws_rds_cluster'), ...resources('aws_db_instance')].length,
      );
      expect(told(/^DYNAMO_.*_TABLE$/).length).toBeGreaterThan(5);
    });
  },
);
