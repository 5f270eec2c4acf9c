import { Api, Journey, type EnvironmentProps } from '../../../../lib/model';
import { addOffering, soundSystem } from '../../../support/systems';
import { breaches, PRODUCTION } from '../../breaches';

/** `club` offers two operations; `Join` asks for what is given. */
function club(
  terms: object,
  use: readonly ('Join' | 'Look')[],
  more: Partial<EnvironmentProps> = {},
) {
  const { system, context } = soundSystem({ production: more });
  const api = Api.http({
    Join: { method: 'POST', path: '/join', ...terms },
    Look: { method: 'GET', path: '/look' },
  });
  const service = addOffering(context, 'club', api);
  const steps = use.map((name) => service.api.operation(name));
  new Journey(system, 'join', { steps, peak: 1 });
  return breaches(system, 'CON-005');
}

describe('CON-005', () => {
  test('accepts that nothing asks for a token', () => {
    expect(club({}, ['Join', 'Look'])).toStrictEqual([]);
  });

  test('accepts what nobody uses, and what is said to need none', () => {
    expect(club({ authenticated: true }, ['Look'])).toStrictEqual([]);
    expect(club({ authenticated: false }, ['Join'])).toStrictEqual([]);
  });

  test('accepts an environment that names who signs', () => {
    const identityProvider = { issuer: 'https://login.example.com' } as const;
    expect(club({ authenticated: true }, ['Join'], { identityProvider })).toStrictEqual([]);
  });

  test.each([[{ authenticated: true }], [{ scopes: ['club:join'] }]])(
    'refuses one that does not, where %j is asked',
    (terms) => {
      expect(club(terms, ['Join'])).toStrictEqual([
        {
          path: PRODUCTION,
          problem: 'identityProvider is not set, and club.Join asks for a token',
          numbers: { operations: 1 },
          fix: "set identityProvider: { issuer: 'https://login.example.com' } to who signs your tokens",
        },
      ]);
    },
  );
});
