import { App } from 'cdk8s';
import { ServiceChart } from '../../charts/service-chart';
import { handbookFiles } from '../../lib/handbook';
import { readPromql } from '../../lib/k8s';
import { planSystem } from '../../lib/plan';
import { toObject } from '../../lib/proof/references/emitted-object';
import { ruleFiles } from '../../scripts/verify/prometheus/rule-groups';
import { system as shop } from '../../systems/shop/system';
import { books } from '../support/books';

const pages = new Map(handbookFiles(shop).map(({ path, text }) => [path, text]));

/** Every alert of the first region of the shop. */
function emittedAlerts() {
  const [region] = planSystem(shop).environments.flatMap(({ regions }) => regions);
  if (region === undefined) throw new Error('the shop has no region');
  const app = new App();
  const objects = region.services.flatMap((service) =>
    new ServiceChart(app, service.name, { plan: region, service })
      .toJson()
      .flatMap((manifest: unknown) => {
        const object = toObject('a/b.yaml', manifest);
        return object === undefined || typeof object === 'string' ? [] : [object];
      }),
  );
  const rules = ruleFiles(objects).flatMap(({ groups }) => groups.flatMap((group) => group.rules));
  return rules.filter(({ alert }) => alert !== undefined);
}

test('the address of every alert leads to a part of a page that is about it', () => {
  const alerts = emittedAlerts();

  expect(alerts.length).toBeGreaterThan(100);
  for (const { alert, annotations } of alerts) {
    const [path, anchor] = (annotations?.['runbook_url'] ?? '').split('#');
    const part = pages.get(`${path}.md`)?.split(`<a id="${anchor}"></a>`)[1];
    expect(part?.trimStart().split('\n')[0]).toBe(`## ${alert}`);
  }
});

test('each part says what it means, what to look at, what to run first, and how to be silent', () => {
  const text = pages.get('runbooks/cart-service.md') ?? '';
  const parts = text.split(/^## /m).slice(1);

  expect(parts.length).toBe(5);
  for (const part of parts) {
    expect(part).toMatch(/```promql\n\S/);
    expect(part.match(/^\d\. /gm)).toHaveLength(3);
    expect(part).toContain('amtool silence add');
    expect(part).toContain('--comment=');
  }
});

test('every query is one of Prometheus', () => {
  const queries = [...pages.values()].flatMap((text) =>
    [...text.matchAll(/```promql\n([^`]+)```/g)].map(([, query = '']) => query),
  );

  expect(queries.length).toBeGreaterThan(40);
  for (const query of queries) expect(readPromql(query).problems).toStrictEqual([]);
});

test('a page says who owns the service, who is hurt with it, and what it cannot do without', () => {
  const texts = new Map(handbookFiles(books().system).map(({ path, text }) => [path, text]));
  const orders = texts.get('runbooks/orders.md') ?? '';

  expect([...texts.keys()]).toStrictEqual([
    'README.md',
    ...['mailer', 'orders', 'shop', 'stock'].map((name) => `runbooks/${name}.md`),
  ]);
  expect(orders).toContain('| called by | mailer, shop |');
  expect(orders).toContain('| cannot do without | stock |');
  expect(texts.get('runbooks/mailer.md')).not.toContain('## ');
});

test('the same system gives the same pages', () => {
  expect(handbookFiles(shop)).toStrictEqual([...pages].map(([path, text]) => ({ path, text })));
});
