import { readSystem, type Service } from '../../lib/model';
import { requiredChains } from '../../lib/plan/call-depth';
import { indexSystem } from '../../lib/plan/index-of-system';
import { addService, emptyContext } from '../support/systems';

const chains = (...edges: readonly string[]) => {
  const { system, context } = emptyContext();
  const services = new Map<string, Service<'Do'>>();
  const service = (name: string) => {
    const made = services.get(name) ?? addService(context, name);
    services.set(name, made);
    return made;
  };
  for (const edge of edges) {
    const [from = '', to = ''] = edge.split('>');
    const operation = service(to).api.operation('Do');
    service(from).calls(operation, { timeout: '1s', criticality: 'required' });
  }
  const found = requiredChains(indexSystem(readSystem(system)));
  return [...found.values()].map((chain) => chain.join('>'));
};

test('a chain begins where nobody requires, and takes the longest way', () => {
  expect(chains('a>b', 'b>c', 'a>c', 'x>c')).toStrictEqual(['a>b>c', 'x>c']);
});

test('of ways as long the first is taken, whatever the order of calls', () => {
  expect(chains('a>c', 'a>b')).toStrictEqual(chains('a>b', 'a>c'));
});

test('a cycle has no chains', () => {
  expect(chains('a>b', 'b>a')).toStrictEqual([]);
});
