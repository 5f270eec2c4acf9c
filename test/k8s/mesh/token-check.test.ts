import { App, Chart } from 'cdk8s';
import { TokenCheck, type TokenCheckProps } from '../../../lib/k8s';

const PROPS: TokenCheckProps = {
  name: 'reviews',
  namespace: 'catalog',
  labels: { 'app.kubernetes.io/name': 'reviews' },
  issuer: 'https://login.example.com',
};

function rendered(more: Partial<TokenCheckProps> = {}): unknown {
  const chart = new Chart(new App(), 'chart');
  new TokenCheck(chart, 'Tokens', { ...PROPS, ...more });
  return (chart.toJson() as readonly { readonly spec: unknown }[])[0];
}

test('tokens of an issuer are checked for one workload, and passed on', () => {
  expect(rendered()).toMatchObject({
    apiVersion: 'security.istio.io/v1',
    kind: 'RequestAuthentication',
    metadata: { name: 'reviews', namespace: 'catalog' },
  });
  expect(rendered()).toHaveProperty('spec', {
    selector: { matchLabels: { 'app.kubernetes.io/name': 'reviews' } },
    jwtRules: [{ issuer: 'https://login.example.com', forwardOriginalToken: true }],
  });
});

test('keys and audiences are said where they are given', () => {
  const jwksUri = 'https://login.example.com/keys';
  expect(rendered({ jwksUri, audiences: ['shop'] })).toHaveProperty('spec.jwtRules', [
    { issuer: PROPS.issuer, jwksUri, audiences: ['shop'], forwardOriginalToken: true },
  ]);
});

test.each([
  [{ issuer: 'login.example.com' }, 'issuer', 'login.example.com'],
  [{ jwksUri: 'http://login.example.com' }, 'jwksUri', 'http://login.example.com'],
])('%j is refused', (more, prop, url) => {
  expect(() => rendered(more)).toThrow(
    `[chart/Tokens] ${prop} is '${url}', which is not a URL that begins with https://; write it like https://login.example.com`,
  );
});
