import { GlueRegistry } from '@cdktf/provider-aws/lib/glue-registry';
import { Construct } from 'constructs';
import type { Protection } from '../protection';
import { renderLifecycle } from '../protection';
import { assertSchemaName } from './schema-checks';

/** What a `SchemaRegistry` is made of. */
export interface SchemaRegistryProps {
  /** Name of the registry, unique in the account and region; a change replaces it. */
  readonly name: string;
  /**
   * What its schemas are of.
   * @default - none
   */
  readonly description?: string;
  /** Whether Terraform refuses to destroy it. */
  readonly protection: Protection;
}

/**
 * A Glue schema registry: where producers and consumers find the schemas of events.
 *
 * @see https://docs.aws.amazon.com/glue/latest/dg/schema-registry.html
 * @example
 * new SchemaRegistry(this, 'Schemas', { name: 'shop', protection: 'retain' });
 */
export class SchemaRegistry extends Construct {
  /** The registry. */
  public readonly registry: GlueRegistry;
  /** ARN of the registry. */
  public readonly registryArn: string;

  public constructor(scope: Construct, id: string, props: SchemaRegistryProps) {
    super(scope, id);
    const { name, description, protection } = props;
    assertSchemaName(this, 'registry', name);

    this.registry = new GlueRegistry(this, 'Resource', {
      registryName: name,
      description,
      tags: { Name: name },
      lifecycle: renderLifecycle(protection),
    });
    this.registryArn = this.registry.arn;
  }
}
