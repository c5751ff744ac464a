import * as cloudwatch from '@pulumi/aws/cloudwatch/index.js';
import * as pulumi from '@pulumi/pulumi';
import type { Alarm } from './alarm-table.ts';

interface AlarmsArgs {
  /** What names in the account begin with. */
  prefix: string;
  /** ARN of the topic that is told when an alarm begins and ends. */
  topicArn: pulumi.Input<string>;
  alarms: readonly Alarm[];
}

const A_MINUTE = 60;
const A_DAY = 24 * 60 * A_MINUTE;

/** Tells a topic when figures of CloudWatch are not as they should be, and when they are again. */
export class Alarms extends pulumi.ComponentResource {
  constructor(name: string, args: AlarmsArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:aws:Alarms', name, {}, opts);
    for (const alarm of args.alarms) this.#createAlarm(alarm, args);
    this.registerOutputs({});
  }

  #createAlarm(alarm: Alarm, { prefix, topicArn }: AlarmsArgs) {
    const { name, description, namespace, metric, statistic, dimensions, above, below, minutes, quietIsWell } = alarm;
    const period = alarm.daily ? A_DAY : A_MINUTE;
    return new cloudwatch.MetricAlarm(
      name,
      {
        name: `${prefix}-${name}`,
        alarmDescription: description,
        namespace,
        metricName: metric,
        dimensions,
        statistic,
        comparisonOperator: below === undefined ? 'GreaterThanThreshold' : 'LessThanThreshold',
        threshold: below ?? above ?? 0,
        period,
        evaluationPeriods: (minutes * A_MINUTE) / period,
        treatMissingData: quietIsWell ? 'notBreaching' : 'missing',
        alarmActions: [topicArn],
        okActions: [topicArn],
      },
      { parent: this },
    );
  }
}
