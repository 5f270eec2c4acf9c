import { Yaml } from 'cdk8s';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NAME_RULES } from '../../lib/core/names';
import { planSystem } from '../../lib/plan';
import { findTokens } from '../../lib/proof';
import { writeCharts } from '../../charts';
import { toYaml } from '../../charts/yaml';
import { system as shop } from '../../systems/shop/system';
import { books } from '../support/books';
import type { Manifest } from '../support/synth-charts';
import { addService, emptyContext } from '../support/systems';
import { filesBelow, inTemporary, manifestsIn, writtenCharts } from '../support/written';
import { Environment } from '../../lib/model';

const files = writtenCharts(planSystem(books().system));
const shopFiles = writtenCharts(planSystem(shop));
/** A text whose lines end without quotes, of whatever kind. */
function withoutQuotes(text: string): string {
  return text.replaceAll(/(["'])([^"'\\]*)\1(:|$)/gm, '$2$3');
}

const allOfShop = [...shopFiles].flatMap(([path, text]) =>
  manifestsIn(text).map((manifest): [string, Manifest] => [path, manifest]),
);

describe('where charts are written', () => {
  test('is a file for each service, each context and the platform, below environment and region', () => {
    const charts = ['mailer', 'orders', 'platform', 'platform-selling', 'platform-storing'];
    const places = ['production/eu-west-1', 'production/us-east-1', 'staging/eu-west-1'];

    expect([...files.keys()]).toEqual(
      places.flatMap((place) =>
        [...charts, 'shop', 'stock'].map((chart) => `${place}/${chart}.k8s.yaml`).sort(),
      ),
    );
  });

  test('is no file of the platform when there are no topics and nothing is measured', () => {
    const { system, context } = emptyContext();
    addService(context, 'web', { api: undefined });
    new Environment(system, 'live', {
      account: '111122223333',
      protection: 'disposable',
      regions: ['eu-west-1'],
    });

    expect([...writtenCharts(planSystem(system)).keys()]).toEqual([
      'live/eu-west-1/platform-ordering.k8s.yaml',
      'live/eu-west-1/web.k8s.yaml',
    ]);
  });

  test('is there, and empty, when there is nothing to write', () => {
    inTemporary((directory) => {
      const outdir = join(directory, 'dist');

      expect(writeCharts({ system: 'books', environments: [] }, outdir)).toEqual({
        charts: 0,
        objects: 0,
      });
      expect(readdirSync(outdir)).toEqual([]);
    });
  });

  test('holds what was there before: only own files are replaced', () => {
    inTemporary((directory) => {
      mkdirSync(join(directory, 'staging/eu-west-1'), { recursive: true });
      writeFileSync(join(directory, 'staging/eu-west-1/shop.k8s.yaml'), 'old');
      writeFileSync(join(directory, 'staging/eu-west-1/other.yaml'), 'other');
      writeCharts(planSystem(books().system), directory);

      expect(readFileSync(join(directory, 'staging/eu-west-1/other.yaml'), 'utf8')).toBe('other');
      expect(readFileSync(join(directory, 'staging/eu-west-1/shop.k8s.yaml'), 'utf8')).toBe(
        files.get('staging/eu-west-1/shop.k8s.yaml'),
      );
      expect(filesBelow(directory).size).toBe(files.size + 1);
    });
  });
});

test('it tells how much was written', () => {
  const objects = [...files.values()].flatMap(manifestsIn).length;

  expect(inTemporary((directory) => writeCharts(planSystem(books().system), directory))).toEqual({
    charts: files.size,
    objects,
  });
  expect(objects).toBeGreaterThan(150);
});

describe('YAML', () => {
  test('is what cdk8s itself writes but for the kind of quotes, for every object of the shop', () => {
    for (const [, text] of shopFiles) {
      expect(withoutQuotes(text)).toBe(withoutQuotes(Yaml.stringify(...manifestsIn(text))));
    }
    expect(allOfShop.length).toBeGreaterThan(800);
  });

  test.each([
    ['text that looks like something else', { a: 'yes', b: '1', c: 'null', d: '~', e: '0x1f' }],
    ['words that YAML 1.1 takes for booleans', { a: 'y', b: 'No', c: 'on', d: 'OFF', e: 'n' }],
    ['numbers', { a: '014', b: '1.', c: '12:30:00', d: '1e3', e: '.5', f: '0b1', g: '0o7' }],
    [
      'numbers with underscores',
      {
        a: '1_000',
        b: '1_',
        c: '-1_0',
        d: '1_0.5',
        e: '0x1_f',
        f: '0b1_0',
        g: '1_0:30',
        h: '1.5_0',
      },
    ],
    ['dates and merges', { a: '2027-01-31', b: '<<', c: '=', d: '.inf' }],
    ['special characters', { a: '{*}', b: '#', c: ': ', d: "it's", e: '%', f: '*.kafka' }],
    ['both quotes', { a: `{"it's": "both"}` }],
    ['several lines', { a: 'one\ntwo\n', b: 'one\n\n two', c: ' ' }],
  ])('is read by a reader of YAML 1.1 as it was meant, for %s', (_what, manifest) => {
    inTemporary((directory) => {
      const file = join(directory, 'one.yaml');
      writeFileSync(file, toYaml([manifest]));

      expect(Yaml.load(file)).toEqual([manifest]);
    });
  });

  test('quotes what looks like a number and nothing beside it', () => {
    expect(toYaml([{ a: '1_000', b: '_1', c: 'order_1', d: '10.0.0.0/8', '1_0': 'e' }])).toBe(
      "a: '1_000'\nb: _1\nc: order_1\nd: 10.0.0.0/8\n'1_0': e\n",
    );
  });

  test('keeps a long line whole', () => {
    const line = 'word '.repeat(60).trim();

    expect(toYaml([{ a: line }])).toBe(`a: ${line}\n`);
  });

  test('writes a list that two fields share twice, not as a reference', () => {
    const shared = ['x'];

    expect(toYaml([{ a: shared, b: shared }])).toBe('a:\n  - x\nb:\n  - x\n');
  });
});

describe('every object of the shop', () => {
  test('has a name of its own, and a namespace unless it is one', () => {
    const nameless = allOfShop.filter(
      ([, { kind, metadata }]) =>
        metadata.name === '' || (metadata.namespace === undefined) !== (kind === 'Namespace'),
    );

    expect(nameless).toEqual([]);
  });

  test('is alone of its kind and name in its namespace', () => {
    const identities = allOfShop.map(([path, { apiVersion, kind, metadata }]) =>
      [
        path.split('/').slice(0, 2).join('/'),
        apiVersion,
        kind,
        metadata.namespace ?? '',
        metadata.name,
      ].join(' '),
    );

    expect(identities.filter((each, index) => identities.indexOf(each) !== index)).toEqual([]);
  });

  test('has no name that a hash decides but ConfigMaps and Jobs, whose hash is of their content', () => {
    const hashed = allOfShop.filter(([, { metadata }]) => /-[0-9a-f]{8}$/.test(metadata.name));

    expect(new Set(hashed.map(([, { kind }]) => kind))).toEqual(new Set(['ConfigMap', 'Job']));
  });

  test('has legal labels that say what it belongs to', () => {
    const { max, pattern } = NAME_RULES.kubernetesLabelValue;
    const labels = allOfShop.map(([, { metadata }]) => metadata.labels ?? {});
    const values = labels.flatMap((each) => Object.values(each));

    expect(max).toBe(63);
    expect(values.filter((value) => value.length > max || !pattern.test(value))).toEqual([]);
    for (const each of labels) {
      expect(each).toMatchObject({
        'app.kubernetes.io/part-of': 'shop',
        'app.kubernetes.io/managed-by': 'groundplan',
      });
      expect(each['app.kubernetes.io/name']).toMatch(/./);
    }
  });

  test('says its environment, and its team unless all share it', () => {
    for (const [path, { metadata }] of allOfShop) {
      const [environment, , file] = path.split('/');
      expect(metadata.labels?.['environment']).toBe(environment);
      expect(metadata.labels?.['team'] === undefined).toBe(file === 'platform.k8s.yaml');
    }
  });

  test('holds no expression of Terraform', () => {
    expect(findTokens([...shopFiles].map(([path, text]) => ({ path, text })))).toEqual([]);
  });
});
