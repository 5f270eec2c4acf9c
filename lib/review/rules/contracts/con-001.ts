import { defineRule } from '../../rule';

/** At the gateway, a request belongs to one service. */
export const CON_001 = defineRule(
  {
    id: 'CON-001',
    title: 'at the gateway, a request belongs to one service',
    severity: 'error',
    rationale:
      'The gateway tells services apart by method and path. Where two offer the same, the one whose route stands first gets all requests, and nobody has decided which.',
    formula:
      'of all HTTP operations that journeys name, no two of different services have the same method and path, names of parameters left out',
    example:
      'GET /products/{productId} of catalog and GET /products/{id} of storefront are the same',
    source: 'https://gateway-api.sigs.k8s.io/reference/spec/#httprouterule',
  },
  function* ({ view, index }) {
    const known = new Map<string, { readonly service: string; readonly name: string }>();
    for (const service of view.services) {
      for (const { protocol, method, path, name } of index.entries.get(service.name) ?? []) {
        const request = `${protocol} ${method} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`;
        const other = known.get(request);
        if (other === undefined) known.set(request, { service: service.name, name });
        if (other === undefined || other.service === service.name) continue;
        yield {
          path: service.node.path,
          problem: `${service.name}.${name} and ${other.service}.${other.name} are both ${method} ${path}, and both are open to the world`,
          numbers: { method, path },
          fix: 'give one of them another path, or leave one out of the journeys',
        };
      }
    }
  },
);
