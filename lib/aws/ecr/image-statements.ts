import type { PolicyStatement } from '../iam/policy-document';

/** What it takes to pull an image. @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html */
export const PULL_ACTIONS: readonly string[] = [
  'ecr:BatchCheckLayerAvailability',
  'ecr:BatchGetImage',
  'ecr:GetDownloadUrlForLayer',
];

/**
 * What a pipeline needs to push images, and to read what it pushed: the token is the registry's, the rest the
 * repositories'.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html
 */
export function imagePushStatements(repositoryArns: readonly string[]): readonly PolicyStatement[] {
  return [
    { sid: 'RegistryToken', actions: ['ecr:GetAuthorizationToken'], resources: ['*'] },
    {
      sid: 'PushImages',
      actions: [
        ...PULL_ACTIONS,
        'ecr:CompleteLayerUpload',
        'ecr:DescribeImageScanFindings',
        'ecr:DescribeImages',
        'ecr:InitiateLayerUpload',
        'ecr:PutImage',
        'ecr:UploadLayerPart',
      ],
      resources: repositoryArns,
    },
  ];
}
