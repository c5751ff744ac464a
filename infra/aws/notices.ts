import * as budgets from '@pulumi/aws/budgets/index.js';
import * as sns from '@pulumi/aws/sns/index.js';
import * as pulumi from '@pulumi/pulumi';
import { policyDocument } from './policy.ts';

interface NoticesArgs {
  /** Number of the account. */
  account: string;
  /** What names in the account begin with. */
  prefix: string;
  /** Who is told. */
  email: string;
  /** What the account may cost in a month. */
  monthlyBudgetUsd: number;
  /** Key that notices are encrypted with; alarms must be let use it. */
  keyArn: pulumi.Input<string>;
}

/** Shares of the budget in percent at which the address is told, when it is spent and when it looks as if it will be. */
const SHARES = [80, 100];

/** Whom AWS tells: a topic for alarms, and a budget of the whole account. */
export class Notices extends pulumi.ComponentResource {
  readonly topicArn: pulumi.Output<string>;

  constructor(name: string, args: NoticesArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:aws:Notices', name, {}, opts);
    const topic = this.#createTopic(name, args);
    this.#letAlarmsIn(name, args, topic);
    this.#createSubscription(name, args, topic);
    this.#createBudget(name, args);
    this.topicArn = topic.arn;
    this.registerOutputs({ topicArn: this.topicArn });
  }

  #createTopic(name: string, { prefix, keyArn }: NoticesArgs) {
    return new sns.Topic(name, { name: `${prefix}-alarms`, kmsMasterKeyId: keyArn }, { parent: this });
  }

  #letAlarmsIn(name: string, { account }: NoticesArgs, { arn }: sns.Topic) {
    const policy = arn.apply((topicArn) =>
      policyDocument([
        {
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: 'sns:Publish',
          Resource: topicArn,
          Condition: { StringEquals: { 'aws:SourceAccount': account } },
        },
      ]),
    );
    return new sns.TopicPolicy(name, { arn, policy }, { parent: this });
  }

  /** AWS writes to the address first; nobody is told anything before they confirm. */
  #createSubscription(name: string, { email }: NoticesArgs, topic: sns.Topic) {
    return new sns.TopicSubscription(name, { topic: topic.arn, protocol: 'email', endpoint: email }, { parent: this });
  }

  #createBudget(name: string, { prefix, email, monthlyBudgetUsd }: NoticesArgs) {
    const notifications = SHARES.flatMap((threshold) =>
      ['ACTUAL', 'FORECASTED'].map((notificationType) => ({
        comparisonOperator: 'GREATER_THAN',
        notificationType,
        threshold,
        thresholdType: 'PERCENTAGE',
        subscriberEmailAddresses: [email],
      })),
    );
    return new budgets.Budget(
      name,
      {
        name: `${prefix}-monthly`,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        limitAmount: `${monthlyBudgetUsd}`,
        limitUnit: 'USD',
        notifications,
      },
      { parent: this },
    );
  }
}
