import { Token } from 'cdktf';
import {
  assertHostNames,
  assertTimeouts,
} from '../../../lib/aws/load-balancer/load-balancer-checks';

const SCOPE = { node: { path: 'test/Edge' } };
const UNKNOWN = Token.asString({ resolve: () => 'x' });

test.each([
  [['shop.example.com']],
  [['a', 'b', 'c', 'd', 'e']],
  [['*.shop.example.com', 'sho?.example.com', UNKNOWN]],
  [['a'.repeat(128)]],
])('%j are hosts', (hostNames) => {
  expect(() => {
    assertHostNames(SCOPE, hostNames);
  }).not.toThrow();
});

test.each([
  [[], 'hostNames has 0 entries, 1 to 5 are needed; use wildcards such as *.shop.example.com'],
  [
    ['a', 'b', 'c', 'd', 'e', 'f'],
    'hostNames has 6 entries, 1 to 5 are needed; use wildcards such as *.shop.example.com',
  ],
  [
    ['https://shop.example.com'],
    "hostNames has 'https://shop.example.com', a host is up to 128 lower-case letters, digits, - . * ?; write it like shop.example.com",
  ],
  [['a'.repeat(129)], `hostNames has '${'a'.repeat(129)}', a host is up to 128`],
])('%j are no hosts', (hostNames, problem) => {
  expect(() => {
    assertHostNames(SCOPE, hostNames);
  }).toThrow(`[test/Edge] ${problem}`);
});

test.each([
  [1, 2],
  [3600, 4000],
])('requests of %d seconds go with an idle timeout of %d', (longest, idle) => {
  expect(() => {
    assertTimeouts(SCOPE, longest, idle);
  }).not.toThrow();
});

test.each([
  [0, 60, 'longestRequestSeconds is 0, a whole number of 1 to 3600 is needed'],
  [3601, 4000, 'longestRequestSeconds is 3601, a whole number of 1 to 3600 is needed'],
  [30, 0, 'idleTimeoutSeconds is 0, a whole number of 1 to 4000 is needed'],
  [30, 4001, 'idleTimeoutSeconds is 4001, a whole number of 1 to 4000 is needed'],
  [
    60,
    60,
    'idleTimeoutSeconds is 60, it is to be more than longestRequestSeconds, 60, or the load balancer gives up before the gateway answers; pass 61 or more',
  ],
])('requests of %d seconds do not go with an idle timeout of %d', (longest, idle, problem) => {
  expect(() => {
    assertTimeouts(SCOPE, longest, idle);
  }).toThrow(`[test/Edge] ${problem}`);
});
