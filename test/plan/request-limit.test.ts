import type { HttpMethod, OperationSpec } from '../../lib/model';
import { requestLimit } from '../../lib/plan/request-limit';

const taking = (
  method: HttpMethod,
  maxRequestBytes?: number,
  streaming?: OperationSpec['streaming'],
): OperationSpec => ({
  ...{ name: 'Do', protocol: 'http', method, path: '/do', safe: false, idempotent: false },
  ...(maxRequestBytes !== undefined && { maxRequestBytes }),
  ...(streaming && { streaming }),
});

test('the limit of a service is that of the operation that takes most', () => {
  expect(requestLimit([taking('POST', 10), taking('PUT', 20), taking('GET')])).toBe(20);
  expect(requestLimit([taking('POST', 10, 'server')])).toBe(10);
});

test.each<[string, readonly OperationSpec[]]>([
  ['nothing is offered', []],
  ['no request has a body', [taking('GET', 10), taking('DELETE', 10)]],
  ['one has no limit', [taking('POST', 10), taking('PATCH')]],
  ['clients stream', [taking('POST', 10), taking('POST', 10, 'client')]],
  ['both sides stream', [taking('POST', 10, 'bidirectional')]],
])('there is none where %s', (_what, operations) => {
  expect(requestLimit(operations)).toBeUndefined();
});
