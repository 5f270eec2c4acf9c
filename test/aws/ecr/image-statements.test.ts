import { PULL_ACTIONS, imagePushStatements } from '../../../lib/aws/ecr/image-statements';
import { policyProblem } from '../../../lib/aws/iam/policy-document';

test('the token is of the registry, the rest of the repositories', () => {
  const [token, push] = imagePushStatements(['arn:r']);

  expect(token).toEqual({
    sid: 'RegistryToken',
    actions: ['ecr:GetAuthorizationToken'],
    resources: ['*'],
  });
  expect(push?.resources).toEqual(['arn:r']);
  expect(push?.actions).toEqual(
    expect.arrayContaining([...PULL_ACTIONS, 'ecr:PutImage', 'ecr:UploadLayerPart']),
  );
  expect(policyProblem(imagePushStatements(['arn:r']))).toBeUndefined();
});

test('a pipeline deletes nothing and changes no repository', () => {
  const actions = imagePushStatements(['arn:r']).flatMap((statement) => statement.actions);

  expect(actions.filter((action) => /Delete|Repository|Policy|Tag/.test(action))).toEqual([]);
});
