import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifests } from '../../lib/proof';
import { inTemporary } from '../support/written';

function readAfter(
  files: Readonly<Record<string, string>>,
): readonly (readonly [string, string])[] {
  return inTemporary((directory) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(directory, path, '..'), { recursive: true });
      writeFileSync(join(directory, path), text);
    }
    return [...readManifests(directory)].map(({ path, text }) => [path, text] as const);
  });
}

test('manifests are read in the order of their paths, whatever the order they were written in', () => {
  expect(
    readAfter({
      'staging/eu-west-1/b.k8s.yaml': '2',
      'production/us-east-1/a.k8s.yaml': '1',
      'staging/eu-west-1/a.k8s.yaml': '3',
      'a.yaml': '4',
    }),
  ).toEqual([
    ['a.yaml', '4'],
    ['production/us-east-1/a.k8s.yaml', '1'],
    ['staging/eu-west-1/a.k8s.yaml', '3'],
    ['staging/eu-west-1/b.k8s.yaml', '2'],
  ]);
});

test('what is no YAML is left out', () => {
  expect(readAfter({ 'a.json': '{}', 'notes.md': '${var.x}', 'a.yaml.bak': '' })).toEqual([]);
});

test('one file is held in memory at a time', () => {
  inTemporary((directory) => {
    writeFileSync(join(directory, 'a.yaml'), 'a');
    writeFileSync(join(directory, 'b.yaml'), 'b');
    const manifests = readManifests(directory);
    expect(manifests.next()).toMatchObject({ value: { path: 'a.yaml', text: 'a' } });

    writeFileSync(join(directory, 'b.yaml'), 'changed');

    expect(manifests.next()).toMatchObject({ value: { path: 'b.yaml', text: 'changed' } });
  });
});
