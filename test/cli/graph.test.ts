import { graphVerb } from '../../lib/cli/graph';
import { smallShop } from './support/small-shop';

describe('graphVerb', () => {
  it('draws services by default', () => {
    const { text, exitCode } = graphVerb(smallShop(), {});

    expect(exitCode).toBe(0);
    expect(text).toContain('service_order_service["order-service"]');
  });

  it('draws contexts when asked for them', () => {
    expect(graphVerb(smallShop(), { contexts: true }).text).toBe(
      [
        'flowchart LR',
        '  boundedContext_ordering["ordering<br/>core, commerce"]',
        '  boundedContext_stock["stock<br/>supporting, base"]',
        '  boundedContext_ordering -->|"customer-supplier"| boundedContext_stock',
      ].join('\n'),
    );
  });

  it('prints nodes and edges as JSON, whose ids are those of the drawing', () => {
    const { nodes, edges } = JSON.parse(graphVerb(smallShop(), { json: true }).text) as {
      nodes: { id: string }[];
      edges: { from: string; to: string }[];
    };
    const drawing = graphVerb(smallShop(), {}).text;

    expect(nodes).toHaveLength(8);
    expect(edges).toHaveLength(9);
    expect(nodes.filter(({ id }) => !drawing.includes(`    ${id}`))).toStrictEqual([]);
    expect(edges[0]).toStrictEqual({
      from: 'service_order_service',
      to: 'service_inventory_service',
      kind: 'calls',
      optional: true,
      labels: ['Release'],
    });
  });

  it('prints the same on every run', () => {
    expect(graphVerb(smallShop(), {})).toStrictEqual(graphVerb(smallShop(), {}));
  });
});
