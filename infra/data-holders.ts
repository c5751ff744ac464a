/** Types of resources that hold data, or without which data cannot be read. */
const HOLDERS = [
  /^aws:s3\/bucket:/,
  /^aws:rds\/(instance|cluster):/,
  /^aws:elasticache\/replicationGroup:/,
  /^aws:kms\/key:/,
  /^aws:ecr\/repository:/,
  /^aws:secretsmanager\/secret:/,
  /^aws:(efs\/fileSystem|dynamodb\/table):/,
  /^kubernetes:core\/v1:(Namespace|PersistentVolume)$/,
  /^kubernetes:apps\/v1:StatefulSet$/,
];

/** Whether with a resource of that type data would be lost. */
export function holdsData(type: string): boolean {
  return HOLDERS.some((holder) => holder.test(type));
}
