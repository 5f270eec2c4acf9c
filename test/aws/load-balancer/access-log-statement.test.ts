import { accessLogStatement } from '../../../lib/aws/load-balancer/access-log-statement';

test('lets the load balancers of one account and region write under one name', () => {
  expect(
    accessLogStatement({
      bucketArn: 'arn:aws:s3:::example-logs',
      loadBalancerName: 'shop',
      account: '111122223333',
      region: 'eu-west-1',
    }),
  ).toEqual({
    Sid: 'AccessLogs',
    Effect: 'Allow',
    Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' },
    Action: 's3:PutObject',
    Resource: 'arn:aws:s3:::example-logs/shop/AWSLogs/111122223333/*',
    Condition: {
      ArnLike: {
        'aws:SourceArn': 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/*',
      },
    },
  });
});
