import { formatStatus } from '../../../lib/cli/status/format-status';
import { readStatus } from '../../../lib/cli/status/system-status';
import { smallShop } from '../support/small-shop';

const text = formatStatus(readStatus(smallShop(), '2026-04-01'));

/** The lines of one section, without its title. */
function section(title: string): string {
  const [, rest = ''] = text.split(`${title}\n${'-'.repeat(title.length)}\n`);
  return rest.split(/\n\n[A-Z][a-z ]+\n-+\n/)[0] ?? '';
}

describe('formatStatus', () => {
  it('keeps every line within 100 characters and without spaces at its end', () => {
    const lines = text.split('\n');

    expect(lines.filter((line) => line.length > 100)).toStrictEqual([]);
    expect(lines.filter((line) => line.endsWith(' '))).toStrictEqual([]);
  });

  it('shows the size of a service in an environment only where it differs', () => {
    expect(section('Service inventory')).toBe(
      [
        'SERVICE            CONTEXT   TEAM      PROTOCOL  REPLICAS               OBJECTIVE',
        'inventory-service  stock     base      grpc      3-30                   99.9%',
        'mail-worker        ordering  commerce  worker    3-30                   99%',
        'order-service      ordering  commerce  http      3-30, production 6-60  99.95%, p99 100ms',
      ].join('\n'),
    );
  });

  it('shows calls and topics', () => {
    expect(section('Communication patterns')).toBe(
      [
        'PROTOCOL  CRITICALITY  CALLS',
        'grpc      optional     1',
        'grpc      required     2',
        '',
        'CALLER         CALLEE             PROTOCOL  CRITICALITY  OPERATIONS',
        'order-service  inventory-service  grpc      optional     Release',
        'order-service  inventory-service  grpc      required     CheckStock, Reserve',
        '',
        'TOPIC         KEY      PARTITIONS  PRODUCERS      CONSUMERS',
        'order-placed  orderId  30          order-service  inventory-service, mail-worker',
      ].join('\n'),
    );
  });

  it('says in words where each store lives', () => {
    const lines = section('Data stores').split('\n');

    expect(lines[1]).toContain('active-active, last-writer-wins');
    expect(lines[2]).toContain('primary eu-west-1, readers everywhere');
    expect(lines[3]).toContain('regional, by nothing');
    expect(lines[4]).toContain('not declared');
  });

  it('says in which order releases reach the regions', () => {
    expect(section('Deployment infrastructure')).toContain(
      'production: account 111122223333, 19 stacks, releases reach eu-west-1, then ap-northeast-2\n',
    );
  });

  it('says what the manifests carry and what they do not', () => {
    expect(section('Monitoring')).toContain(
      [
        'Services that promise no latency: inventory-service, mail-worker.',
        '',
        'Every service carries:',
        '  probes on port 8081: startup /startupz, readiness /readyz, liveness /livez',
        '  metrics on port 15020: those of the mesh proxy, open to the monitoring namespace',
        'None carries: alert rules, dashboards.',
      ].join('\n'),
    );
  });

  it('shows releases, acknowledgements and teams', () => {
    const lines = section('Operations').split('\n');

    expect(lines.slice(0, 3)).toStrictEqual([
      'ENVIRONMENT  PROTECTION  WITH DIGEST  WITHOUT DIGEST',
      'production   retain      1 of 3       inventory-service (ap-northeast-2 eu-west-1), mail-worker',
      '                                      (ap-northeast-2)',
    ]);
    expect(lines).toContainEqual(expect.stringMatching(/^SLO-001 +2026-03-31 +expired +shop/));
    expect(lines).toContainEqual(expect.stringMatching(/^RTY-002 +2026-06-30 +accepted +shop/));
    expect(lines).toContainEqual(
      expect.stringMatching(/^commerce +stream-aligned +#commerce +ordering +mail-worker, order-/),
    );
  });
});
