import { AcmCertificate } from '@cdktf/provider-aws/lib/acm-certificate';
import { AcmCertificateValidation } from '@cdktf/provider-aws/lib/acm-certificate-validation';
import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import type { TerraformProvider } from 'cdktf';
import { Fn, Token, propertyAccess } from 'cdktf';
import { Construct } from 'constructs';
import { PlatformError } from '../../core/errors';
import { assertName } from '../checks';
import { repeated, validatedNames } from './domain-names';

/** What a `Certificate` is made of. */
export interface CertificateProps {
  /** The domain it is for, `*.` before it stands for all names one level below. */
  readonly domainName: string;
  /**
   * More domains it is for.
   * @default - none
   */
  readonly alternativeNames?: readonly string[];
  /**
   * Id of the zone the validation records are written to.
   * @default - none are written: those of another certificate of the account, for the same domains, serve in every region
   */
  readonly zoneId?: string;
  /**
   * Provider of the region the certificate is made in; CloudFront takes those of us-east-1 only.
   * @default - the stack's provider
   */
  readonly provider?: TerraformProvider;
}

/** @see https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html */
const MAX_NAMES = 100;

/**
 * A certificate that is validated by DNS, renews itself and is handed out once it is issued.
 *
 * @see https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
 * @example
 * new Certificate(this, 'Certificate', { domainName: 'shop.example.com', zoneId: 'Z0123456789' });
 */
export class Certificate extends Construct {
  /** The certificate. */
  public readonly certificate: AcmCertificate;
  /** ARN of the certificate, known once it is issued. */
  public readonly arn: string;

  public constructor(scope: Construct, id: string, props: CertificateProps) {
    super(scope, id);
    const { domainName, alternativeNames = [], zoneId, provider } = props;
    const names = [domainName, ...alternativeNames];
    this.assertNames(names);

    this.certificate = new AcmCertificate(this, 'Resource', {
      domainName,
      subjectAlternativeNames: alternativeNames.length === 0 ? undefined : [...alternativeNames],
      validationMethod: 'DNS',
      tags: { Name: domainName },
      provider,
      // A listener or a distribution lets go of the old one only when it has the new one.
      lifecycle: { createBeforeDestroy: true },
    });
    const records = zoneId === undefined ? [] : this.addRecords(zoneId, names);
    this.arn = new AcmCertificateValidation(this, 'Issued', {
      certificateArn: this.certificate.arn,
      validationRecordFqdns: records.length === 0 ? undefined : records.map(({ fqdn }) => fqdn),
      provider,
    }).certificateArn;
  }

  private assertNames(names: readonly string[]): void {
    for (const [index, name] of names.entries()) {
      const prop = index === 0 ? 'domainName' : 'alternativeNames';
      if (Token.isUnresolved(name)) {
        throw new PlatformError(
          this,
          `${prop} is known only to Terraform, each validation record is named after a domain`,
          'pass the text',
        );
      }
      assertName(this, prop, name.replace(/^\*\./, ''), 'route53Name');
    }
    const twice = repeated(names);
    if (twice !== undefined) {
      throw new PlatformError(this, `alternativeNames repeats '${twice}'`, 'name each domain once');
    }
    if (names.length > MAX_NAMES) {
      throw new PlatformError(
        this,
        `domainName and alternativeNames are ${names.length}, a certificate has at most ${MAX_NAMES}`,
        'use a wildcard or a second certificate',
      );
    }
  }

  private addRecords(zoneId: string, names: readonly string[]): readonly Route53Record[] {
    const records: Route53Record[] = [];
    for (const name of validatedNames(names)) {
      records.push(
        new Route53Record(this, `Validation-${name.replace(/^\*\./, '')}`, {
          zoneId,
          name: this.validationOption(name, 'resource_record_name'),
          type: this.validationOption(name, 'resource_record_type'),
          records: [this.validationOption(name, 'resource_record_value')],
          ttl: 60,
          // The record of a domain is the same for all its certificates of the account.
          allowOverwrite: true,
        }),
      );
    }
    return records;
  }

  /** The options are a set, so an option is found by its domain and never by its place. */
  private validationOption(domainName: string, attribute: string): string {
    const options = this.certificate.interpolationForAttribute('domain_validation_options');
    const byName: unknown = Fn.zipmap(
      Token.asList(propertyAccess(options, ['*', 'domain_name'])),
      Token.asList(propertyAccess(options, ['*', attribute])),
    );
    return Token.asString(propertyAccess(byName, [domainName]));
  }
}
