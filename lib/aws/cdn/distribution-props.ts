import type { TerraformProvider } from 'cdktf';
import type { Protection } from '../protection';
import { renderViewerRequest } from './viewer-request';

/** What a `Distribution` is made of. */
export interface DistributionProps {
  /** Name of its policies, function and logs, unique in the account, at most 60 letters, digits, - or _. */
  readonly name: string;
  /** Domains visitors use, the canonical one first; the default function sends visitors of the others to it. */
  readonly domainNames: readonly string[];
  /** ARN of a certificate of us-east-1 for the domains. */
  readonly certificateArn: string;
  /** ARN of a web ACL of scope CLOUDFRONT, or `'none'` to do without. */
  readonly webAclArn: string;
  /** Host of the application, for example `origin.shop.example.com`; it answers HTTPS with a certificate for the domains. */
  readonly originHost: string;
  /** Whether Terraform refuses to destroy it; when it is left out of the program it is disabled and not deleted. */
  readonly protection: Protection;
  /**
   * Host that is asked once more for `cachedPaths` and `readPaths` when the application fails or answers 500, 502, 503 or 504.
   * @default - none: the failure is the answer
   */
  readonly failoverOriginHost?: string;
  /**
   * Path patterns that are read only, the same for every visitor, and cached as long as the service says, up to a day.
   * @default - none: nothing of the application is cached
   */
  readonly cachedPaths?: readonly string[];
  /**
   * Path patterns that are read only and not cached, because each visitor's answer is his own.
   * @default - none; they matter only where another host can be asked
   */
  readonly readPaths?: readonly string[];
  /**
   * Seconds a response of `cachedPaths` is cached when the service says nothing, at most 86400.
   * @default 0
   */
  readonly defaultCacheSeconds?: number;
  /**
   * Regional host of the bucket of static files; its policy has the statement of `assetsBucketStatement`.
   * @default - none: all paths are the application's
   */
  readonly assetsBucketDomainName?: string;
  /**
   * Path patterns of static files.
   * @default - '/assets/*' when there is a bucket
   */
  readonly assetPaths?: readonly string[];
  /**
   * Seconds the application is given for an answer, 1 to 120, more than its own longest timeout.
   * @default 60
   */
  readonly originTimeoutSeconds?: number;
  /**
   * The Content-Security-Policy of responses that have none.
   * @default - none
   */
  readonly contentSecurityPolicy?: string;
  /**
   * Code of the function that sees requests first, in JavaScript runtime 2.0, at most 10,240 bytes.
   * @default - visitors of other domains are sent to the canonical one, trailing slashes are taken off
   */
  readonly viewerRequestCode?: string;
  /**
   * Where it has edges: everywhere, everywhere but South America and Oceania, or North America and Europe.
   * @default 'PriceClass_All'
   */
  readonly priceClass?: 'PriceClass_All' | 'PriceClass_200' | 'PriceClass_100';
  /**
   * Days access logs are kept in a log group of their own.
   * @default 90
   */
  readonly logRetentionDays?: number;
  /**
   * ARN of a bucket, with a prefix or without, access logs are written to instead; how long is the bucket's affair.
   * @default - a log group
   */
  readonly logBucketArn?: string;
  /**
   * ARNs, in us-east-1, of what is notified when visitors get errors and when they do not any more.
   * @default - none: the alarm is only seen
   */
  readonly alarmActionArns?: readonly string[];
  /**
   * Provider of us-east-1, where logs and metrics of CloudFront are.
   * @default - the stack's provider, which is one of us-east-1 then
   */
  readonly provider?: TerraformProvider;
}

/** The props of a distribution, with what holds where they say nothing. */
export interface DistributionSettings extends DistributionProps {
  /** Path patterns that are cached. */
  readonly cachedPaths: readonly string[];
  /** Path patterns that are read and not cached. */
  readonly readPaths: readonly string[];
  /** Seconds a response is cached of which the service says nothing. */
  readonly defaultCacheSeconds: number;
  /** Seconds the application is given for an answer. */
  readonly originTimeoutSeconds: number;
  /** Code of the function that sees requests first. */
  readonly viewerRequestCode: string;
  /** Where it has edges. */
  readonly priceClass: NonNullable<DistributionProps['priceClass']>;
}

/** Fills in what the props leave to their defaults. */
export function resolveSettings(props: DistributionProps): DistributionSettings {
  return {
    ...props,
    cachedPaths: props.cachedPaths ?? [],
    readPaths: props.readPaths ?? [],
    defaultCacheSeconds: props.defaultCacheSeconds ?? 0,
    originTimeoutSeconds: props.originTimeoutSeconds ?? 60,
    viewerRequestCode: props.viewerRequestCode ?? renderViewerRequest(props.domainNames[0] ?? ''),
    priceClass: props.priceClass ?? 'PriceClass_All',
  };
}
