import type { Classification, ClassifiedFields } from './classification';
import type { ContractSource } from './contract-source';

/** How an event is written on the wire. */
export type EventFormat = 'AVRO' | 'JSON' | 'PROTOBUF';

/**
 * Which versions of an event's schema get along: with `BACKWARD` the new one reads what the one before wrote, with
 * `FORWARD` the one before reads what the new one writes, `FULL` is both; `_TRANSITIVE` means all versions before.
 *
 * @see https://docs.confluent.io/platform/current/schema-registry/fundamentals/schema-evolution.html
 */
export type Compatibility =
  | 'BACKWARD'
  | 'BACKWARD_TRANSITIVE'
  | 'FORWARD'
  | 'FORWARD_TRANSITIVE'
  | 'FULL'
  | 'FULL_TRANSITIVE'
  | 'NONE';

/** A field of an event. */
export interface EventField {
  /** Its type in the words of the format, for example `string`, `array` or `timestamp-millis`. */
  readonly type: string;
  /**
   * Whether every record has a value for it.
   *
   * @default false
   */
  readonly required?: boolean;
  /**
   * Class of its data.
   *
   * @default - everybody may see it
   */
  readonly classification?: Classification;
}

/** What is known of an event's schema. */
export interface EventSchemaProps<Fields extends string> {
  /** How the event is written. */
  readonly format: EventFormat;
  /** Its fields by path: `customer.email` inside a record, `items[].price` inside a list or map. */
  readonly fields: Readonly<Record<Fields, EventField>>;
  /** The schema's text, as a schema registry takes it: the same schema gives the same text. */
  readonly schema: string;
  /**
   * The file that it was read from.
   *
   * @default - declared in place
   */
  readonly source?: ContractSource;
}

/**
 * What an event looks like: its fields, which of them are classified, and the text of its schema.
 *
 * @example
 * const OrderPlaced = new EventSchema('shop.order.OrderPlaced', {
 *   format: 'JSON',
 *   fields: { orderId: { type: 'string', required: true }, email: { type: 'string', classification: 'pii' } },
 *   schema: '{"properties":{"email":{"type":"string"},"orderId":{"type":"string"}},"type":"object"}',
 * });
 */
export class EventSchema<Fields extends string = string> {
  /** Full name of the event, for example `shop.order.OrderPlaced`. */
  public readonly name: string;
  /** How it is written. */
  public readonly format: EventFormat;
  /** Text of the schema. */
  public readonly schema: string;
  /** The file that it was read from, if it was. */
  public readonly source?: ContractSource;
  /** The fields by path, in the order of the schema. */
  public readonly fields: ReadonlyMap<string, EventField>;

  public constructor(name: string, props: EventSchemaProps<Fields>) {
    this.name = name;
    this.format = props.format;
    this.schema = props.schema;
    if (props.source !== undefined) this.source = props.source;
    this.fields = new Map(Object.entries<EventField>(props.fields));
  }

  /** A field by path, if there is one. */
  public field(path: Fields): EventField | undefined {
    return this.fields.get(path);
  }

  /** The classified fields by path. */
  public classified(): ClassifiedFields {
    const found = [...this.fields].flatMap(([path, { classification }]) =>
      classification === undefined ? [] : [[path, classification] as const],
    );
    return Object.fromEntries(found);
  }
}
