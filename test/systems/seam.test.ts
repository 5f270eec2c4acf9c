import { readSystem } from '../../lib/model';
import { planSystem } from '../../lib/plan';
import { system } from '../../systems/shop/system';
import { permissionsIn } from '../support/policies';
import type { Manifest } from '../support/synth-charts';
import { blocksOf, manifestsIn, writtenCharts, writtenStacks } from '../support/written';

/** What one half of the output names and the other half makes: compared by name alone, as it was written. */
const plans = planSystem(system);
const stacks = [...writtenStacks(plans).values()];
const files = [...writtenCharts(plans)];
const { services } = readSystem(system);

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

describe.each(plans.flatMap(({ regions }) => regions))('in $environment $region', (plan) => {
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
  const wantedFrom = (service: string) => wanted.filter(({ store }) => store?.service === service);

  test('every parameter that a Secret reads is published by a stack of the region', () => {
    const published = regional.flatMap((stack) =>
      Object.values(blocksOf(stack, 'resource', 'aws_ssm_parameter')).map(({ name }) => name),
    );
    const keys = wantedFrom('ParameterStore').map(({ key }) => key);

    expect(keys.filter((key) => !published.includes(key))).toEqual([]);
    expect(keys.length).toBeGreaterThan(10);
  });

  test('every parameter that is published is read by a Secret or a stack, but the way to the master of a database', () => {
    const read = new Set<unknown>([
      ...wanted.map(({ key }) => key),
      ...regional.flatMap((stack) =>
        Object.values(blocksOf(stack, 'data', 'aws_ssm_parameter')).map(({ name }) => name),
      ),
    ]);
    const published = regional.flatMap((stack) =>
      Object.values(blocksOf(stack, 'resource', 'aws_ssm_parameter')).map(({ name }) =>
        String(name),
      ),
    );
    const unread = published.filter((name) => !read.has(name));

    expect(unread.filter((name) => !name.endsWith('-secret-arn'))).toEqual([]);
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
      const allowed = permissionsIn(regional.find((stack) => stack.name === `${prefix}svc-${name}`))
        .filter(({ Action }) => Action.some((action) => /^(ssm|secretsmanager):Get/.test(action)))
        .flatMap(({ Resource }) => Resource)
        .map((arn) => arn.replace(/^.*:parameter/, '').replace(/^.*:secret:(.*)-\?{6}$/, '$1'));

      expect([...allowed].sort()).toEqual(own.map(({ key }) => key).sort());
      expect(new Set(own.map(({ store }) => store?.role))).toEqual(
        new Set(own.map(() => `arn:aws:iam::${plan.account}:role/${prefix}${name}`)),
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

    expect([...associated].sort()).toEqual(
      [...accounts, 'external-secrets/external-secrets'].sort(),
    );
  });

  test('every table, bucket and database that a service is told of is there under that name', () => {
    const told = (pattern: RegExp): readonly unknown[] =>
      of('ConfigMap').flatMap(({ data }) =>
        Object.entries(data as Readonly<Record<string, string>>).flatMap(([variable, value]) =>
          pattern.test(variable) ? value : [],
        ),
      );
    const sorted = (names: readonly unknown[]): readonly string[] => names.map(String).sort();

    expect(sorted(told(/^DYNAMO_.*_TABLE$/))).toEqual(
      sorted(resources('aws_dynamodb_table').map(({ name }) => name)),
    );
    expect(sorted(told(/^BUCKET_.*_NAME$/))).toEqual(
      sorted(resources('aws_s3_bucket').map(({ bucket }) => bucket)),
    );
    expect(sorted(told(/^REDIS_.*_NAME$/))).toEqual(
      sorted(
        resources('aws_elasticache_replication_group').map(
          (cache) => cache['replication_group_id'],
        ),
      ),
    );
    expect(told(/^POSTGRES_.*_DATABASE$/)).toHaveLength(resources('aws_rds_cluster').length);
    expect(told(/^DYNAMO_.*_TABLE$/).length).toBeGreaterThan(5);
  });
});
