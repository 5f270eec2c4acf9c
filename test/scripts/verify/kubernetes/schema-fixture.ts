import type { KubernetesSchemas } from '../../../../scripts/verify/kubernetes/schema-folder';
import type { Json } from '../../../../scripts/verify/stack-files';

/** Schemas of a built-in kind and a custom resource, small. */
export const SCHEMAS: KubernetesSchemas = {
  core: ['1.1', '1.2'].map((version) => ({
    version,
    definitions: {
      'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta': {
        type: 'object',
        properties: {
          name: { type: 'string' },
          labels: { type: 'object', additionalProperties: { type: 'string' } },
        },
      },
      'io.k8s.apimachinery.pkg.api.resource.Quantity': { oneOf: [{ type: 'string' }] },
      Pod: {
        type: 'object',
        required: ['spec'],
        properties: {
          apiVersion: { type: 'string' },
          kind: { type: 'string' },
          metadata: {
            allOf: [{ $ref: '#/definitions/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' }],
          },
          spec: {
            type: 'object',
            required: ['cpu'],
            properties: {
              cpu: { $ref: '#/definitions/io.k8s.apimachinery.pkg.api.resource.Quantity' },
              replicas: { type: 'integer', format: 'int32' },
              paused: { type: 'boolean' },
              ports: {
                type: 'array',
                'x-kubernetes-list-type': 'map',
                'x-kubernetes-list-map-keys': ['port'],
                items: { type: 'object', properties: { port: { type: 'integer' } } },
              },
            },
          },
        },
      },
    },
    kinds: new Map([['v1/Pod', 'Pod'], ...(version === '1.2' ? [['v2/Pod', 'Pod'] as const] : [])]),
  })),
  custom: new Map<string, Json>([
    [
      'example.com/v1/Topic',
      {
        type: 'object',
        required: ['spec'],
        'x-kubernetes-validations': [{ rule: 'true' }],
        properties: {
          spec: {
            type: 'object',
            properties: {
              partitions: { type: 'integer', minimum: 1 },
              mode: { type: 'string', enum: ['a', 'b'] },
              name: { type: 'string', pattern: '^[a-z]+$' },
              port: { 'x-kubernetes-int-or-string': true },
              config: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
              empty: { type: 'object' },
              set: { type: 'array', 'x-kubernetes-list-type': 'set', items: { type: 'string' } },
            },
            oneOf: [{ required: ['partitions'] }, { required: ['mode'] }],
          },
        },
      },
    ],
  ]),
};

/** A pod that is right. */
export const POD = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'a', labels: { any: 'thing' } },
  spec: { cpu: '100m', replicas: 2, paused: false, ports: [{ port: 1 }, { port: 2 }] },
};

/** A topic that is right. */
export const TOPIC = {
  apiVersion: 'example.com/v1',
  kind: 'Topic',
  metadata: { name: 'a' },
  spec: { partitions: 1, name: 'a', port: 'x', config: { any: { thing: 1 } }, set: ['a', 'b'] },
};
