import {
  renderEndpointPolicy,
  renderS3EndpointPolicy,
  renderStsEndpointPolicy,
} from '../../../lib/aws/network/endpoint-policy';

const HOME = { account: '111122223333', region: 'eu-west-1' };
const OWN = {
  Sid: 'OwnPrincipals',
  Effect: 'Allow',
  Principal: '*',
  Action: '*',
  Resource: '*',
  Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } },
};

test('an endpoint serves principals of the account only', () => {
  expect(JSON.parse(renderEndpointPolicy(HOME))).toEqual({
    Version: '2012-10-17',
    Statement: [OWN],
  });
});

test('STS also gives roles of the account to those who have no principal yet', () => {
  expect(JSON.parse(renderStsEndpointPolicy(HOME))).toEqual({
    Version: '2012-10-17',
    Statement: [
      OWN,
      {
        Sid: 'FederatedIntoOwnRoles',
        Effect: 'Allow',
        Principal: { Federated: '*' },
        Action: ['sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML'],
        Resource: '*',
        Condition: { StringEquals: { 'aws:ResourceAccount': '111122223333' } },
      },
    ],
  });
});

const NODES = [
  'arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*',
  'arn:aws:s3:::al2023-repos-eu-west-1-de612dc2/*',
  'arn:aws:s3:::al2023-eu-west-1/*',
  'arn:aws:s3:::prod-registry-k8s-io-eu-west-1/*',
  'arn:aws:s3:::quayio-production-s3/*',
  'arn:aws:s3:::docker-images-prod/*',
];

test('S3 also lets anybody read what nodes download, and nothing more', () => {
  expect(JSON.parse(renderS3EndpointPolicy(HOME, []))).toEqual({
    Version: '2012-10-17',
    Statement: [
      OWN,
      {
        Sid: 'ReadPublicBuckets',
        Effect: 'Allow',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: NODES,
      },
    ],
  });
});

test('further public buckets come after those, each once', () => {
  expect(
    JSON.parse(renderS3EndpointPolicy(HOME, ['example', 'quayio-production-s3', 'example'])),
  ).toMatchObject({ Statement: [{}, { Resource: [...NODES, 'arn:aws:s3:::example/*'] }] });
});
