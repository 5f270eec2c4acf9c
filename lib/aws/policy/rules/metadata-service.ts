import { given, isUnknown, show } from '../arguments';
import { on, unless, type PolicyRule } from '../rule';

/** The credentials of a machine are not given to whoever can make it fetch an address. */
export const METADATA_SERVICE: PolicyRule = {
  id: 'IMD-001',
  title: 'The metadata service asks for a token',
  source:
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html',
  checks: [
    on('aws_launch_template', (template) =>
      tokens(given(template, 'metadataOptions', 'httpTokens')),
    ),
    on('aws_instance', (instance) => tokens(given(instance, 'metadataOptions', 'httpTokens'))),
  ],
};

function tokens(value: unknown) {
  return unless(
    value === 'required' || isUnknown(value),
    `metadataOptions.httpTokens is ${show(value)}, 'required' is needed`,
    "set it to 'required'",
  );
}
