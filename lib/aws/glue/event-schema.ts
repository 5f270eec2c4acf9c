import { GlueSchema } from '@cdktf/provider-aws/lib/glue-schema';
import { Construct } from 'constructs';
import type { Protection } from '../protection';
import { renderLifecycle } from '../protection';
import type { SchemaCompatibility, SchemaFormat } from './schema-checks';
import { assertDefinition, assertSchemaName } from './schema-checks';

/** What an `EventSchema` is made of. */
export interface EventSchemaProps {
  /** ARN of the registry. */
  readonly registryArn: string;
  /** Name of the schema, unique in its registry; serializers take the topic's unless told another. */
  readonly name: string;
  /** How the schema is written; a change replaces it. */
  readonly dataFormat: SchemaFormat;
  /** Text of the schema; a change becomes the next version. */
  readonly definition: string;
  /**
   * What a new version must get along with.
   * @default 'BACKWARD'
   */
  readonly compatibility?: SchemaCompatibility;
  /**
   * What the event tells.
   * @default - none
   */
  readonly description?: string;
  /** Whether Terraform refuses to destroy it; records cannot be read without the version they were written with. */
  readonly protection: Protection;
}

/**
 * The schema of an event, of which Glue refuses a new version that its readers cannot take.
 *
 * @see https://docs.aws.amazon.com/glue/latest/dg/schema-registry.html
 * @example
 * new EventSchema(this, 'OrderPlaced', {
 *   registryArn: 'arn:aws:glue:eu-west-1:111122223333:registry/shop',
 *   name: 'order-placed',
 *   dataFormat: 'AVRO',
 *   definition: '{"type":"record","name":"OrderPlaced","fields":[{"name":"orderId","type":"string"}]}',
 *   protection: 'retain',
 * });
 */
export class EventSchema extends Construct {
  /** The schema. */
  public readonly schema: GlueSchema;
  /** ARN of the schema. */
  public readonly schemaArn: string;

  public constructor(scope: Construct, id: string, props: EventSchemaProps) {
    super(scope, id);
    const { registryArn, name, dataFormat, definition, compatibility = 'BACKWARD' } = props;
    assertSchemaName(this, 'schema', name);
    assertDefinition(this, dataFormat, definition);

    this.schema = new GlueSchema(this, 'Resource', {
      registryArn,
      schemaName: name,
      description: props.description,
      dataFormat,
      compatibility,
      schemaDefinition: definition,
      tags: { Name: name },
      lifecycle: renderLifecycle(props.protection),
    });
    this.schemaArn = this.schema.arn;
  }
}
