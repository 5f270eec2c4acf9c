import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createBucket,
  createRole,
  deleteRole,
  listBucket,
} from '../../../../scripts/verify/emulator/aws-call';

const ACCOUNT = '111122223333';
let server: Server;
let endpoint: string;
let answer: { readonly status: number; readonly body: string };
let asked: { method?: string; url?: string; authorization?: string; body: string }[];

beforeEach(async () => {
  asked = [];
  answer = { status: 200, body: '' };
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (more: string) => {
      body += more;
    });
    request.on('end', () => {
      const { method, url, headers } = request;
      asked.push({ method, url, authorization: headers.authorization, body });
      response.statusCode = answer.status;
      response.end(answer.body);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.close();
});

test('makes a role in an account', async () => {
  await createRole({ endpoint, account: ACCOUNT }, 'administrator');

  expect(asked[0]?.authorization).toContain(`Credential=${ACCOUNT}/20250101/us-east-1/iam/`);
  expect(new URLSearchParams(asked[0]?.body).get('Action')).toBe('CreateRole');
  expect(new URLSearchParams(asked[0]?.body).get('RoleName')).toBe('administrator');
});

test('takes a role away', async () => {
  await deleteRole({ endpoint, account: ACCOUNT }, 'administrator');

  expect(new URLSearchParams(asked[0]?.body).get('Action')).toBe('DeleteRole');
});

test.each([
  ['eu-west-1', /<LocationConstraint>eu-west-1<\/LocationConstraint>/],
  ['us-east-1', /^$/],
])('makes a bucket in %s', async (region, body) => {
  await createBucket({ endpoint, account: ACCOUNT, region }, 'state');

  expect(asked[0]).toMatchObject({ method: 'PUT', url: '/state' });
  expect(asked[0]?.body).toMatch(body);
});

test('lists what is in a bucket', async () => {
  answer = {
    status: 200,
    body: '<Contents><Key>a</Key></Contents><Contents><Key>b</Key></Contents>',
  };

  expect(await listBucket({ endpoint, account: ACCOUNT, region: 'eu-west-1' }, 'state')).toEqual([
    'a',
    'b',
  ]);
});

test('says what is answered when it does not work', async () => {
  answer = { status: 501, body: 'no' };

  await expect(
    createBucket({ endpoint, account: ACCOUNT, region: 'eu-west-1' }, 'state'),
  ).rejects.toThrow('the emulator answers 501 to s3 PUT /state: no; see test/emulator/README.md');
});
