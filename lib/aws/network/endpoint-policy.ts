/** Where an endpoint is, and who may use it. */
export interface EndpointHome {
  /** Account id of the principals that may use the endpoint. */
  readonly account: string;
  /** Region of the endpoint. */
  readonly region: string;
}

type Statement = Readonly<Record<string, unknown>>;

/** Renders the policy of an endpoint only principals of the account may use, whatever they are allowed to do. */
export function renderEndpointPolicy({ account }: EndpointHome): string {
  return render([ownPrincipals(account)]);
}

/**
 * Renders the policy of the STS endpoint: a pod that presents a web identity has no principal yet, so it is asked for
 * a role of the account instead.
 *
 * @see https://github.com/aws-samples/data-perimeter-policy-examples/blob/main/vpc_endpoint_policies/sts_endpoint_policy.json
 */
export function renderStsEndpointPolicy({ account }: EndpointHome): string {
  return render([
    ownPrincipals(account),
    {
      Sid: 'FederatedIntoOwnRoles',
      Effect: 'Allow',
      Principal: { Federated: '*' },
      Action: ['sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML'],
      Resource: '*',
      Condition: { StringEquals: { 'aws:ResourceAccount': account } },
    },
  ]);
}

/**
 * Renders the policy of the S3 endpoint: besides principals of the account, anybody may read what nodes download
 * without credentials of theirs. ECR signs the addresses of image layers with an account of its own.
 *
 * @see https://github.com/aws-samples/data-perimeter-policy-examples/tree/main/vpc_endpoint_policies
 */
export function renderS3EndpointPolicy(
  home: EndpointHome,
  publicBuckets: readonly string[],
): string {
  const buckets = [...new Set([...bucketsOfNodes(home.region), ...publicBuckets])];
  return render([
    ownPrincipals(home.account),
    {
      Sid: 'ReadPublicBuckets',
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: buckets.map((bucket) => `arn:aws:s3:::${bucket}/*`),
    },
  ]);
}

/** Buckets with what every node needs: image layers and packages of the operating system. */
function bucketsOfNodes(region: string): readonly string[] {
  return [
    // ECR: https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html#ecr-minimum-s3-perms
    `prod-${region}-starport-layer-bucket`,
    // Amazon Linux 2023: https://docs.aws.amazon.com/linux/al2023/ug/live-patching.html
    `al2023-repos-${region}-de612dc2`,
    `al2023-${region}`,
    // registry.k8s.io: https://github.com/kubernetes/k8s.io/issues/4214
    `prod-registry-k8s-io-${region}`,
    // quay.io and Docker Hub, to whoever asks from us-east-1: https://github.com/docker/hub-feedback/issues/1318
    'quayio-production-s3',
    'docker-images-prod',
  ];
}

function ownPrincipals(account: string): Statement {
  return {
    Sid: 'OwnPrincipals',
    Effect: 'Allow',
    Principal: '*',
    Action: '*',
    Resource: '*',
    Condition: { StringEquals: { 'aws:PrincipalAccount': account } },
  };
}

function render(statements: readonly Statement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}
