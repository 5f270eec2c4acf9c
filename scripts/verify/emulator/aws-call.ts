/** A call to AWS that needs no credentials, because only an emulator is asked. */
export interface AwsCall {
  /** Where the emulator serves. */
  readonly endpoint: string;
  /** In which account. */
  readonly account: string;
  /** In which region. */
  readonly region: string;
  /** The service as its signature names it, for example `iam`. */
  readonly service: string;
}

const ANSWER_SECONDS = 60;

/** Makes a role that anybody of its account may assume. */
export async function createRole(
  call: Omit<AwsCall, 'service' | 'region'>,
  name: string,
): Promise<void> {
  const trust = {
    Version: '2012-10-17',
    Statement: [
      {
        ...{ Effect: 'Allow', Action: 'sts:AssumeRole' },
        Principal: { AWS: `arn:aws:iam::${call.account}:root` },
      },
    ],
  };
  const parameters = new URLSearchParams({
    ...{ Action: 'CreateRole', Version: '2010-05-08', RoleName: name },
    AssumeRolePolicyDocument: JSON.stringify(trust),
  });
  await send({ ...call, service: 'iam', region: 'us-east-1' }, 'POST', '/', parameters.toString(), {
    'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
  });
}

/** Deletes a role that has no policies. */
export async function deleteRole(
  call: Omit<AwsCall, 'service' | 'region'>,
  name: string,
): Promise<void> {
  const parameters = new URLSearchParams({
    ...{ Action: 'DeleteRole', Version: '2010-05-08', RoleName: name },
  });
  await send({ ...call, service: 'iam', region: 'us-east-1' }, 'POST', '/', parameters.toString(), {
    'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
  });
}

/** Makes a bucket. */
export async function createBucket(call: Omit<AwsCall, 'service'>, name: string): Promise<void> {
  const place =
    '<CreateBucketConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">' +
    `<LocationConstraint>${call.region}</LocationConstraint></CreateBucketConfiguration>`;
  await send(
    { ...call, service: 's3' },
    'PUT',
    `/${name}`,
    call.region === 'us-east-1' ? '' : place,
  );
}

/** The names of what is in a bucket. */
export async function listBucket(
  call: Omit<AwsCall, 'service'>,
  name: string,
): Promise<readonly string[]> {
  const text = await send({ ...call, service: 's3' }, 'GET', `/${name}?list-type=2`);
  return [...text.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => key);
}

async function send(
  { endpoint, account, region, service }: AwsCall,
  method: string,
  path: string,
  body = '',
  headers: Readonly<Record<string, string>> = {},
): Promise<string> {
  const credential = `${account}/20250101/${region}/${service}/aws4_request`;
  const answer = await fetch(`${endpoint}${path}`, {
    method,
    signal: AbortSignal.timeout(ANSWER_SECONDS * 1000),
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=0`,
      'x-amz-date': '20250101T000000Z',
      'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
      ...headers,
    },
    ...(body !== '' && { body }),
  });
  const text = await answer.text();
  if (answer.ok) return text;
  throw new Error(
    `the emulator answers ${answer.status} to ${service} ${method} ${path}: ${text.slice(0, 300)}; see test/emulator/README.md`,
  );
}
