import { policyProblem } from '../../../lib/aws/iam/policy-document';
import {
  cloudWatchReadStatements,
  logReadStatements,
  logWriteStatements,
  metricsReadStatements,
  metricsWriteStatements,
} from '../../../lib/aws/observability/read-statements';

test('who writes metrics does not read them, and the other way round', () => {
  expect(metricsWriteStatements('arn:w')).toEqual([
    { sid: 'WriteMetrics', actions: ['aps:RemoteWrite'], resources: ['arn:w'] },
  ]);
  expect(metricsReadStatements('arn:w')).toEqual([
    {
      sid: 'ReadMetrics',
      actions: ['aps:GetLabels', 'aps:GetMetricMetadata', 'aps:GetSeries', 'aps:QueryMetrics'],
      resources: ['arn:w'],
    },
  ]);
});

test('logs are written and read below the domain', () => {
  expect(logWriteStatements('arn:d')).toEqual([
    {
      sid: 'WriteLogs',
      actions: ['es:ESHttpHead', 'es:ESHttpPost', 'es:ESHttpPut'],
      resources: ['arn:d/*'],
    },
  ]);
  expect(logReadStatements('arn:d')).toEqual([
    {
      sid: 'ReadLogs',
      actions: ['es:ESHttpGet', 'es:ESHttpHead', 'es:ESHttpPost'],
      resources: ['arn:d/*'],
    },
  ]);
});

test('one role may have them all', () => {
  expect(
    policyProblem([
      ...metricsWriteStatements('arn:w'),
      ...metricsReadStatements('arn:w'),
      ...cloudWatchReadStatements(),
      ...logWriteStatements('arn:d'),
      ...logReadStatements('arn:d'),
    ]),
  ).toBeUndefined();
});

test('CloudWatch is read, never written', () => {
  expect(cloudWatchReadStatements()[0]?.resources).toEqual(['*']);
  for (const action of cloudWatchReadStatements().flatMap(({ actions }) => actions))
    expect(action).toMatch(/:(Get|List|Describe)/);
});
