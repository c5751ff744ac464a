/** A statement of an IAM policy. */
export interface Statement {
  Sid?: string;
  Effect: 'Allow' | 'Deny';
  Principal?: { AWS?: string | string[]; Service?: string | string[]; Federated?: string };
  Action: string | string[];
  Resource?: string | string[];
  Condition?: Record<string, Record<string, string | string[]>>;
}

/** A statement about all actions but some. */
export interface StatementOfOthers extends Omit<Statement, 'Action'> {
  NotAction: string | string[];
}

/** The JSON of an IAM policy with these statements. */
export function policyDocument(statements: readonly (Statement | StatementOfOthers)[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}
