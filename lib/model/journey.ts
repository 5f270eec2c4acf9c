import { Construct } from 'constructs';
import { entityId, isOfSystem, readCount, register, report } from './declaration';
import { unknownOperation, type Operation } from './operation';
import type { System } from './system';

/** What is known of a journey. */
export interface JourneyProps {
  /** The operations that somebody outside asks for, in order: each is a request at the edge. */
  readonly steps: readonly Operation[];
  /** Journeys a second at the peak of one region. */
  readonly peak: number;
}

/**
 * Something a person does with the system, from outside: its steps are the operations open to the world.
 *
 * @example
 * new Journey(system, 'checkout', { steps: [storefront.api.operation('Checkout')], peak: 50 });
 */
export class Journey extends Construct {
  /** Class of this entity. */
  public readonly kind = 'Journey';
  /** Published name of the journey. */
  public readonly name: string;
  /** The operations asked for, in order. */
  public readonly steps: readonly Operation[];
  /** Journeys a second at the peak of one region. */
  public readonly peak: number;

  public constructor(scope: System, name: string, props: JourneyProps) {
    super(scope, entityId(scope, 'Journey', name));
    this.name = name;
    this.peak = readCount(this, 'peak', props.peak, 1);
    register(this);
    if (props.steps.length === 0)
      report(this, 'DCL-012', 'a journey has no steps', 'name the operations it asks for');
    this.steps = props.steps.filter((step: Operation | undefined) =>
      isOfSystem(this, 'the service of a step', step?.service),
    );
    for (const step of this.steps) {
      if (step.spec !== undefined) continue;
      const { problem, fix } = unknownOperation(step);
      report(this, 'DCL-004', problem, fix);
    }
  }
}
