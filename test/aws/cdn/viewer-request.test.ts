import { runInNewContext } from 'node:vm';
import { escapeTemplate, renderViewerRequest } from '../../../lib/aws/cdn/viewer-request';

interface Request {
  readonly uri: string;
  readonly host?: string;
  readonly querystring?: Readonly<Record<string, unknown>>;
}
/** Runs the function as CloudFront does. */
const run = ({ uri, host, querystring = {} }: Request): unknown => {
  const headers = host === undefined ? {} : { host: { value: host } };
  const event = { request: { uri, headers, querystring } };
  const code = `${renderViewerRequest('shop.example.com')}; JSON.stringify(handler(event))`;
  return JSON.parse(String(runInNewContext(code, { event })));
};

test.each([
  ['/', '/'],
  ['/cart', '/cart'],
  ['/cart/', '/cart'],
  ['/cart//', '/cart'],
  ['//', '/'],
])('%s of the canonical host goes on as %s', (uri, expected) => {
  expect(run({ uri, host: 'Shop.example.com' })).toEqual({
    uri: expected,
    headers: { host: { value: 'Shop.example.com' } },
    querystring: {},
  });
});

test('another host is sent to the canonical one with its path and its query', () => {
  expect(
    run({
      uri: '/cart/',
      host: 'www.shop.example.com',
      querystring: {
        a: { value: '1%202' },
        b: { value: '3', multiValue: [{ value: '3' }, { value: '4' }] },
        c: { value: '' },
      },
    }),
  ).toEqual({
    statusCode: 308,
    statusDescription: 'Permanent Redirect',
    headers: {
      location: { value: 'https://shop.example.com/cart/?a=1%202&b=3&b=4&c=' },
      'cache-control': { value: 'max-age=3600' },
    },
  });
});

test.each(['//evil.example.com', '/'])(
  '%s of no host leads nowhere but to the canonical one',
  (uri) => {
    expect(run({ uri })).toMatchObject({
      headers: { location: { value: `https://shop.example.com${uri}` } },
    });
  },
);

test.each([
  ['`${x}`', '`$${x}`'],
  ['a %{ b', 'a %%{ b'],
  ['${TfToken[Code.1]}', '${TfToken[Code.1]}'],
  ['$x { }', '$x { }'],
])('%s is written to Terraform as %s', (code, written) => {
  expect(escapeTemplate(code)).toBe(written);
});
