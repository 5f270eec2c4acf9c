import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { countManifests, countStacks } from '../../scripts/count-output';
import { inTemporary } from '../support/written';

function counted<T>(files: Readonly<Record<string, unknown>>, count: (directory: string) => T): T {
  return inTemporary((directory) => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      const text = typeof content === 'string' ? content : JSON.stringify(content);
      writeFileSync(join(directory, path), text);
    }
    return count(directory);
  });
}

describe('stacks', () => {
  test('are counted with all their resources, whatever the type', () => {
    const one = { resource: { aws_vpc: { a: {} }, aws_subnet: { b: {}, c: {} } }, data: { x: {} } };
    const two = { resource: { aws_vpc: { a: {} } } };

    expect(
      counted(
        { 'stacks/one/cdk.tf.json': one, 'stacks/two/cdk.tf.json': two, 'manifest.json': {} },
        countStacks,
      ),
    ).toEqual({ stacks: 2, resources: 4 });
  });

  test('count without resources too', () => {
    expect(counted({ 'stacks/one/cdk.tf.json': {} }, countStacks)).toEqual({
      stacks: 1,
      resources: 0,
    });
  });

  test('are none where nothing was written', () => {
    expect(counted({}, countStacks)).toEqual({ stacks: 0, resources: 0 });
  });
});

describe('charts', () => {
  test('are counted with all their objects, in every folder', () => {
    expect(
      counted(
        {
          'live/eu-west-1/a.k8s.yaml': 'kind: A\n---\nkind: B\n---\nkind: C\n',
          'live/us-east-1/b.k8s.yaml': 'kind: A\n',
          'notes.txt': '---',
        },
        countManifests,
      ),
    ).toEqual({ charts: 2, objects: 4 });
  });

  test('count a line of dashes inside a text as text', () => {
    const text = 'kind: ConfigMap\ndata:\n  A: |-\n    one\n    ---\n    two\n';

    expect(counted({ 'a.yaml': text }, countManifests)).toEqual({ charts: 1, objects: 1 });
  });

  test('are none where nothing was written', () => {
    expect(counted({}, countManifests)).toEqual({ charts: 0, objects: 0 });
  });
});
