import { blocks, given, isOn, isUnknown, show } from '../arguments';
import { FINE, mustBeOn, on, unless, type PolicyRule, type Problem } from '../rule';
import { statementsOf } from '../statements';

/** Parameters of database engines that refuse connections without TLS, by what refuses and what admits them. */
const TLS_PARAMETERS: Readonly<
  Record<string, { readonly on: string; readonly off: readonly string[] }>
> = {
  'rds.force_ssl': { on: '1', off: ['0'] },
  require_secure_transport: { on: 'ON', off: ['0', 'off'] },
  tls: { on: 'enabled', off: ['disabled'] },
};
const MODERN = 'TLS 1.2 or later is needed';

/** What crosses the network is encrypted, with TLS 1.2 or later where the resource says which. */
export const TRANSPORT: PolicyRule = {
  id: 'TLS-001',
  title: 'What crosses the network is encrypted',
  source:
    'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_protect_data_transit_encrypt.html',
  checks: [
    on('aws_s3_bucket', (bucket, around) => {
      const policies = around
        .all('aws_s3_bucket_policy')
        .filter((other) => around.refersTo(other.bucketInput, bucket, bucket.bucketInput));
      return unless(
        policies.some((policy) => refusesPlainText(given(policy, 'policy'))),
        'no aws_s3_bucket_policy of the stack refuses requests without TLS',
        "deny s3:* where aws:SecureTransport is 'false'",
      );
    }),
    on('aws_msk_cluster', (cluster) => {
      const path = ['encryptionInTransit', 'clientBroker'] as const;
      // Both are on when nothing is said.
      const clients = given(cluster, 'encryptionInfo', ...path) ?? 'TLS';
      const inside = given(cluster, 'encryptionInfo', 'encryptionInTransit', 'inCluster') ?? true;
      return [
        ...unless(
          clients === 'TLS' || isUnknown(clients),
          `encryptionInfo.${path.join('.')} is ${show(clients)}, 'TLS' is needed`,
          "set it to 'TLS'",
        ),
        ...unless(
          isOn(inside),
          `encryptionInfo.encryptionInTransit.inCluster is ${show(inside)}, true is needed`,
          'set it to true',
        ),
      ];
    }),
    mustBeOn('aws_elasticache_replication_group', 'transitEncryptionEnabled'),
    on('aws_elasticache_replication_group', (group) => {
      const mode = given(group, 'transitEncryptionMode');
      return unless(
        mode !== 'preferred',
        "transitEncryptionMode is 'preferred', which admits plain text",
        "set it to 'required'",
      );
    }),
    on('aws_memorydb_cluster', (cluster) => {
      const tls = given(cluster, 'tlsEnabled') ?? true;
      return unless(isOn(tls), `tlsEnabled is ${show(tls)}, true is needed`, 'set it to true');
    }),
    mustBeOn('aws_opensearch_domain', 'nodeToNodeEncryption', 'enabled'),
    mustBeOn('aws_opensearch_domain', 'domainEndpointOptions', 'enforceHttps'),
    on('aws_opensearch_domain', (domain) =>
      modern(
        'domainEndpointOptions.tlsSecurityPolicy',
        given(domain, 'domainEndpointOptions', 'tlsSecurityPolicy'),
        /^Policy-Min-TLS-1-[23]/,
      ),
    ),
    on('aws_lb_listener', (listener) => {
      const protocol = given(listener, 'protocol');
      if (protocol === 'HTTPS' || protocol === 'TLS')
        return modern(
          'sslPolicy',
          given(listener, 'sslPolicy'),
          /^ELBSecurityPolicy-(TLS13-1-[23]|TLS-1-2|FS-1-2)/,
        );
      const redirects = blocks(listener.defaultActionInput).map(({ redirect }) => redirect);
      const secure = redirects.length > 0 && redirects.every((to) => to?.protocol === 'HTTPS');
      return unless(
        protocol !== 'HTTP' || secure || isUnknown(listener.defaultActionInput),
        'protocol is "HTTP" and the default action does not redirect to HTTPS',
        "set it to 'HTTPS', or redirect",
      );
    }),
    on('aws_cloudfront_distribution', (distribution) => {
      const certificate = given(distribution, 'viewerCertificate', 'cloudfrontDefaultCertificate');
      const version = given(distribution, 'viewerCertificate', 'minimumProtocolVersion');
      const behaviors = [
        distribution.defaultCacheBehaviorInput,
        ...blocks(distribution.orderedCacheBehaviorInput),
      ];
      const origins = blocks(distribution.originInput);
      return [
        // The certificate of cloudfront.net has a version of its own, which cannot be chosen.
        ...(certificate === true
          ? FINE
          : modern('viewerCertificate.minimumProtocolVersion', version, /^TLSv1\.[23]/)),
        ...unless(
          behaviors.every((behavior) => behavior?.viewerProtocolPolicy !== 'allow-all'),
          "viewerProtocolPolicy is 'allow-all'",
          "set it to 'redirect-to-https'",
        ),
        ...origins.flatMap(({ domainName, customOriginConfig }) =>
          unless(
            customOriginConfig === undefined ||
              customOriginConfig.originProtocolPolicy === 'https-only' ||
              isUnknown(customOriginConfig.originProtocolPolicy),
            `origin ${domainName} has originProtocolPolicy ${show(customOriginConfig?.originProtocolPolicy)}`,
            "set it to 'https-only'",
          ),
        ),
      ];
    }),
    on('aws_api_gateway_domain_name', (domain) =>
      modern(
        'securityPolicy',
        given(domain, 'securityPolicy'),
        /^(TLS_1_2|SecurityPolicy_TLS1[23])/,
      ),
    ),
    on('aws_sns_topic_subscription', (subscription) =>
      unless(given(subscription, 'protocol') !== 'http', "protocol is 'http'", "set it to 'https'"),
    ),
    on('aws_rds_cluster_parameter_group', (group) =>
      blocks(group.parameterInput).flatMap(parameter),
    ),
    on('aws_db_parameter_group', (group) => blocks(group.parameterInput).flatMap(parameter)),
    on('aws_docdb_cluster_parameter_group', (group) =>
      blocks(group.parameterInput).flatMap(parameter),
    ),
  ],
};

/** Left out, the value is an old one. */
function modern(argument: string, value: unknown, accepted: RegExp): readonly Problem[] {
  const fine = isUnknown(value) || (typeof value === 'string' && accepted.test(value));
  return unless(fine, `${argument} is ${show(value)}, ${MODERN}`, 'name a policy that needs it');
}

function parameter({ name, value }: { readonly name: string; readonly value: string }) {
  const known = TLS_PARAMETERS[name];
  return unless(
    known === undefined || !known.off.includes(value.toLowerCase()),
    `parameter ${name} is ${show(value)}, which admits plain text`,
    `set it to '${known?.on ?? ''}'`,
  );
}

function refusesPlainText(policy: unknown): boolean {
  if (isUnknown(policy) && statementsOf(policy).length === 0) return true;
  return statementsOf(policy).some(
    ({ allows, conditions }) => !allows && conditions.get('aws:securetransport')?.[0] === 'false',
  );
}
