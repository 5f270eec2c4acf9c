import { Token } from 'cdktf';
import type { AlarmSubscription } from '../../../lib/aws/sns/subscriptions';
import { assertSubscriptions, subscriptionId } from '../../../lib/aws/sns/subscriptions';

const email: AlarmSubscription = { protocol: 'email', endpoint: 'on-call@example.com' };
const https: AlarmSubscription = { protocol: 'https', endpoint: 'https://alerts.example.com/sns' };
const hidden: AlarmSubscription = {
  protocol: 'https',
  endpoint: Token.asString({ resolve: () => '${var.url}' }),
};
const check = (subscriptions: readonly AlarmSubscription[]) => (): void => {
  assertSubscriptions({ node: { path: 'Alarms' } }, subscriptions);
};

test('tells by e-mail, by POST, and at an address only Terraform knows', () => {
  expect(check([email, { ...email, protocol: 'email-json' }, https, hidden, hidden])).not.toThrow();
});

test.each<[AlarmSubscription[], string]>([
  [
    [{ protocol: 'email', endpoint: 'on-call' }],
    "subscriptions has email 'on-call', not an endpoint of email; write it like 'on-call@example.com'",
  ],
  [
    [{ protocol: 'email-json', endpoint: 'a b@example.com' }],
    "subscriptions has email-json 'a b@example.com', not an endpoint of email-json; write it like 'on-call@example.com'",
  ],
  [
    [{ protocol: 'https', endpoint: 'http://alerts.example.com' }],
    "subscriptions has https 'http://alerts.example.com', not an endpoint of https; write it like 'https://alerts.example.com/sns'",
  ],
  [
    [https, email, email],
    "subscriptions has email 'on-call@example.com' twice; leave one of them out",
  ],
])('%j is refused', (subscriptions, message) => {
  expect(check(subscriptions)).toThrow(`[Alarms] ${message}`);
});

test('an id says whom it tells, not where it stands', () => {
  expect(subscriptionId(email, 0)).toBe(subscriptionId(email, 3));
  expect(subscriptionId(email, 0)).toMatch(/^Subscription-[0-9a-f]{8}$/);
  expect(subscriptionId(email, 0)).not.toBe(subscriptionId(https, 0));
});

test('an id of what only Terraform knows says where it stands', () => {
  expect(subscriptionId(hidden, 1)).toBe('Subscription-2');
});
