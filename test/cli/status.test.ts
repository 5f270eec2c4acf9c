import { statusVerb } from '../../lib/cli/status';
import { Environment, Service, System, BoundedContext, Team } from '../../lib/model';
import { smallShop } from './support/small-shop';

const AS_OF = '2026-03-31';

describe('statusVerb', () => {
  it('prints the six sections as JSON, the same on every run', () => {
    const [first, second] = [smallShop(), smallShop()].map((system) =>
      statusVerb(system, { asOf: AS_OF, json: true }),
    );

    expect(first).toStrictEqual(second);
    expect(first?.exitCode).toBe(0);
    expect(Object.keys(JSON.parse(first?.text ?? '') as object)).toStrictEqual([
      'serviceInventory',
      'communicationPatterns',
      'dataStores',
      'deploymentInfrastructure',
      'monitoring',
      'operations',
    ]);
  });

  it('prints the six sections as text by default', () => {
    const { text } = statusVerb(smallShop(), { asOf: AS_OF });
    const titles = text
      .split('\n')
      .filter((_, index, lines) => /^-+$/.test(lines[index + 1] ?? ''));

    expect(titles).toStrictEqual([
      'Service inventory',
      'Communication patterns',
      'Data stores',
      'Deployment infrastructure',
      'Monitoring',
      'Operations',
    ]);
  });

  it('has something to say of an empty system', () => {
    const { text, exitCode } = statusVerb(new System('shop', { domain: 'shop.example.com' }), {
      asOf: AS_OF,
    });

    expect(exitCode).toBe(0);
    expect(text).toContain('Data stores\n-----------\n(none)\n');
    expect(text).toContain('Services that promise no latency: none.');
  });

  it('shows a question mark, and null in JSON, for what could not be read', () => {
    const { text, json } = withMistakes();

    expect(text).toMatch(/^orders +ordering +commerce +worker +\?-30 +\?$/m);
    expect(text).toContain('built ?, 0 zones');
    expect(json).toContain('"min": null');
  });
});

/** The status of a system whose numbers and addresses are wrong. */
function withMistakes(): { readonly text: string; readonly json: string } {
  const system = new System('shop', { domain: 'shop.example.com' });
  const commerce = new Team(system, 'commerce', { kind: 'stream-aligned', slack: '#commerce' });
  const ordering = new BoundedContext(system, 'ordering', { team: commerce, subdomain: 'core' });
  new Service(ordering, 'orders', {
    image: 'shop/orders',
    replicas: { min: -1, max: 30 },
    resources: { cpu: '500m', memory: '512Mi' },
    throughput: { perReplica: 200, peak: 1500 },
    objective: { availability: '100%' },
  });
  new Environment(system, 'production', {
    account: '111122223333',
    protection: 'retain',
    regions: ['eu-west-1'],
    cidr: '10.0.0.0/33',
  });
  return {
    text: statusVerb(system, { asOf: AS_OF }).text,
    json: statusVerb(system, { asOf: AS_OF, json: true }).text,
  };
}
