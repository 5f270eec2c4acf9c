import { TRANSPORT } from '../../../../lib/aws/policy/rules/transport';
import { saidBy } from '../judged';
import { msk } from './cases/transport';

test('an override that lets plain text in is seen', () => {
  const said = saidBy(TRANSPORT, (stack) => {
    msk(stack, { clientBroker: 'TLS' }).addOverride(
      'encryption_info.encryption_in_transit.client_broker',
      'PLAINTEXT',
    );
  });

  expect(said).toEqual([
    `encryptionInfo.encryptionInTransit.clientBroker is "PLAINTEXT", 'TLS' is needed; set it to 'TLS'`,
  ]);
});
