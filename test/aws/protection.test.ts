import { isRetained, renderLifecycle } from '../../lib/aws/protection';

test('what is retained cannot be destroyed', () => {
  expect(isRetained('retain')).toBe(true);
  expect(renderLifecycle('retain')).toEqual({ preventDestroy: true });
});

test('what is disposable can be destroyed', () => {
  expect(isRetained('disposable')).toBe(false);
  expect(renderLifecycle('disposable')).toEqual({ preventDestroy: false });
});
