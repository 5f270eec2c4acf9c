import type { Mutation, Operator } from '../../../../scripts/verify/faults/mutant';
import {
  changeFieldType,
  dropRequiredField,
  misspellField,
} from '../../../../scripts/verify/faults/operators/manifest-fields';
import { widenManifest } from '../../../../scripts/verify/faults/operators/manifest-permissions';
import { breakManifestReference } from '../../../../scripts/verify/faults/operators/manifest-references';
import { toText } from '../../../../scripts/verify/faults/edit';
import { openValidator } from '../../../../scripts/verify/kubernetes/validator';
import { POD, SCHEMAS, TOPIC } from '../kubernetes/schema-fixture';

const validator = openValidator(SCHEMAS);
const faults = (
  operator: Operator<never>,
  content: Record<string, unknown>,
): readonly Mutation[] => {
  const schema = validator.schemaOf(content) ?? { schema: {}, definitions: {} };
  return [...(operator as Operator<unknown>).mutate({ content, schema })];
};
const named = (mutations: readonly Mutation[]): readonly string[] =>
  mutations.map(({ keys, what }) => `${toText(keys)} ${what}`);

test('required fields are left out, one at a time, and what makes it an object too', () => {
  expect(named(faults(dropRequiredField, POD))).toEqual([
    'apiVersion left out',
    'kind left out',
    'metadata.name left out',
    'spec left out',
    'spec.cpu left out',
  ]);
});

test('every field gets a value of another type, and what may be anything does not', () => {
  expect(named(faults(changeFieldType, TOPIC))).toEqual([
    'apiVersion is 7',
    'kind is 7',
    'metadata is "one"',
    'metadata.name is 7',
    'spec is "one"',
    'spec.partitions is "seven"',
    'spec.name is 7',
    'spec.port is true',
    'spec.config is "one"',
    'spec.set is "a"',
    'spec.set[0] is 7',
    'spec.set[1] is 7',
  ]);
});

test('names are misspelt where only known ones may stand', () => {
  expect(named(faults(misspellField, TOPIC))).toEqual([
    "apiVersion is 'apiVesion'",
    "kind is 'kid'",
    "metadata is 'metaata'",
    "spec is 'spc'",
    "metadata.name is 'nae'",
    "spec.partitions is 'partiions'",
    "spec.name is 'nae'",
    "spec.port is 'pot'",
    "spec.config is 'conig'",
    "spec.set is 'st'",
  ]);
});

test.each([
  ['of a built-in kind', POD],
  ['of a custom resource', TOPIC],
])('the validator finds every such fault %s', (_what, content) => {
  const all = [dropRequiredField, changeFieldType, misspellField].flatMap((operator) =>
    faults(operator, content),
  );
  const survivors = all.filter(
    (mutation) =>
      validator.judge(mutation.content).length === 0 && toText(mutation.keys) !== 'metadata.name',
  );

  expect(all.length).toBeGreaterThan(15);
  expect(named(survivors)).toEqual([]);
});

test('references get names nothing has: of the last part, or of the first before a star', () => {
  const content = {
    kind: 'Sidecar',
    metadata: { namespace: 'a' },
    spec: {
      workloadSelector: { labels: { app: 'b' } },
      egress: [{ hosts: ['istio-system/*', './*.example.com', 'a/b.c'] }],
    },
  };

  expect(named(faults(breakManifestReference, content))).toEqual([
    'metadata.namespace is "gone-a"',
    'spec.workloadSelector.labels.app is "gone-b"',
    'spec.egress[0].hosts[0] is "gone-istio-system/*"',
    'spec.egress[0].hosts[1] is "./*.gone-example.com"',
    'spec.egress[0].hosts[2] is "a/gone-b.c"',
  ]);
});

test('ports become ports that nobody has, as numbers and as texts', () => {
  const policy = {
    kind: 'AuthorizationPolicy',
    spec: { rules: [{ to: [{ operation: { ports: ['8080'] } }] }] },
  };
  const service = { kind: 'Service', spec: { ports: [{ targetPort: 80 }] } };

  expect(named(faults(breakManifestReference, policy))).toEqual([
    'spec.rules[0].to[0].operation.ports[0] is "28080"',
  ]);
  expect(named(faults(breakManifestReference, service))).toEqual([
    'spec.ports[0].targetPort is 20080',
  ]);
});

test('what a manifest allows is widened wherever it can be, and never where it is as wide', () => {
  const policy = {
    kind: 'NetworkPolicy',
    spec: {
      policyTypes: ['Egress'],
      egress: [
        {
          to: [{ ipBlock: { cidr: '10.0.0.0/8' } }, { ipBlock: { cidr: '0.0.0.0/0' } }],
          ports: [],
        },
      ],
    },
  };

  expect(named(faults(widenManifest, policy))).toEqual([
    'spec.ingress has {} as well',
    'spec.egress has {} as well',
    'spec.policyTypes[0] left out',
    'spec.egress[0].to left out',
    'spec.egress[0].ports left out',
    'spec.egress[0].to[0].ipBlock.cidr is "0.0.0.0/0"',
  ]);
  expect(
    named(
      faults(widenManifest, { kind: 'PeerAuthentication', spec: { mtls: { mode: 'STRICT' } } }),
    ),
  ).toEqual([
    'spec.mtls.mode is "PERMISSIVE"',
    'spec.mtls.mode is "DISABLE"',
    'spec.mtls left out',
  ]);
});
