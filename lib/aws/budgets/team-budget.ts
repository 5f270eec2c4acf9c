import type { BudgetsBudgetNotification } from '@cdktf/provider-aws/lib/budgets-budget';
import { BudgetsBudget } from '@cdktf/provider-aws/lib/budgets-budget';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import type { Scoped } from '../../core/errors';
import { PlatformError } from '../../core/errors';
import { assertAmount } from './amounts';
import { budgetTag, decimal } from './cost-filters';

/** What a `TeamBudget` is made of. */
export interface TeamBudgetProps {
  /** Name of the budget, unique in the account. */
  readonly name: string;
  /** Value of the tag `Team`, which is activated as a cost allocation tag. */
  readonly team: string;
  /**
   * Value of the tag `Environment`, likewise.
   * @default - costs of all environments
   */
  readonly environment?: string;
  /** US dollars a month. */
  readonly monthlyLimitUsd: number;
  /** ARN of the SNS topic that is told; it admits `budgets`. */
  readonly notificationTopicArn: string;
}

/** @see https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_Budget.html */
const NAME = /^(?!.*\/action\/)[^:\\\p{C}]{1,100}$/iu;

/**
 * A monthly budget of what a team costs, which tells when 80 % and all of it is spent, and when it will be.
 *
 * @see https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html
 * @example
 * new TeamBudget(this, 'Commerce', {
 *   name: 'commerce',
 *   team: 'commerce',
 *   monthlyLimitUsd: 5000,
 *   notificationTopicArn: 'arn:aws:sns:eu-west-1:111122223333:shop-costs',
 * });
 */
export class TeamBudget extends Construct {
  /** The budget. */
  public readonly budget: BudgetsBudget;

  public constructor(scope: Construct, id: string, props: TeamBudgetProps) {
    super(scope, id);
    const { name, team, environment, monthlyLimitUsd, notificationTopicArn } = props;
    assertBudgetName(this, name);
    assertAmount(this, 'monthlyLimitUsd', monthlyLimitUsd);
    const tell = (threshold: number, notificationType: string): BudgetsBudgetNotification => ({
      notificationType,
      threshold,
      thresholdType: 'PERCENTAGE',
      comparisonOperator: 'GREATER_THAN',
      subscriberSnsTopicArns: [notificationTopicArn],
    });

    this.budget = new BudgetsBudget(this, 'Resource', {
      name,
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      limitAmount: decimal(monthlyLimitUsd),
      limitUnit: 'USD',
      costFilter: [
        {
          name: 'TagKeyValue',
          values: [
            budgetTag('Team', team),
            ...(environment === undefined ? [] : [budgetTag('Environment', environment)]),
          ],
        },
      ],
      notification: [tell(80, 'ACTUAL'), tell(100, 'ACTUAL'), tell(100, 'FORECASTED')],
      tags: { Name: name },
    });
  }
}

function assertBudgetName(scope: Scoped, name: string): void {
  if (Token.isUnresolved(name) || NAME.test(name)) return;
  throw new PlatformError(
    scope,
    `name '${name}' is not a budget (1 to 100 characters, without : \\ and /action/)`,
    'rename it within these bounds',
  );
}
