import { usedOperations } from '../../../plan/used-operations';
import { defineRule } from '../../rule';

/** Whoever signs a token that an operation asks for is known. */
export const CON_005 = defineRule(
  {
    id: 'CON-005',
    title: 'whoever signs a token that an operation asks for is known',
    severity: 'error',
    rationale:
      'A contract that asks for a token means one of somebody: without his name and his keys the mesh can check none, and an operation that asks for one answers nobody.',
    formula:
      'in an environment in which an operation with authenticated or scopes is called or open to the world, identityProvider is set',
    example:
      "POST /reviews asks for the scope reviews:write, and staging names no issuer: identityProvider: { issuer: 'https://login.example.com' }",
    source: 'https://istio.io/latest/docs/reference/config/security/request_authentication/',
  },
  function* ({ view, index }) {
    const asked = view.services.flatMap((service) =>
      usedOperations(index, service)
        .filter(({ authenticated }) => authenticated === true)
        .map(({ name }) => `${service.name}.${name}`),
    );
    const [first] = asked;
    if (first === undefined) return;
    const more = asked.length > 1 ? ` and ${asked.length - 1} more ask` : ' asks';
    for (const { identityProvider, node } of view.environments) {
      if (identityProvider) continue;
      yield {
        path: node.path,
        problem: `identityProvider is not set, and ${first}${more} for a token`,
        numbers: { operations: asked.length },
        fix: "set identityProvider: { issuer: 'https://login.example.com' } to who signs your tokens",
      };
    }
  },
);
