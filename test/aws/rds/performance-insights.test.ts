import { renderInsights } from '../../../lib/aws/rds/performance-insights';

test('records for the days that cost nothing, encrypted with the key', () => {
  expect(renderInsights('arn:key')).toEqual({
    performanceInsightsEnabled: true,
    performanceInsightsKmsKeyId: 'arn:key',
    performanceInsightsRetentionPeriod: 7,
  });
});
