/** What stands in place of a secret. */
const CUT = '[redacted]';

/** What secrets look like in text, and what is left of them. None of these takes a quote or a backslash, so JSON stays JSON. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  // Our keys: the prefix names the key and is no secret.
  [/\b(lm_[0-9a-f]{16})_[0-9A-Za-z]+/g, `$1_${CUT}`],
  [/\bwhsec_[\w+/=-]+/g, `whsec_${CUT}`],
  // The user and the password of a URL; passwords that are not percent-encoded may have anything in them.
  [/(:\/\/)[^\s"\\/@]*:[^\s"\\]*@/g, `$1${CUT}@`],
  [/\b(Bearer|Basic) +[^\s"\\,]{8,}/gi, `$1 ${CUT}`],
  // JSON Web Tokens.
  [/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, CUT],
  // Parameters of queries and of connection strings, and signatures as in presigned URLs.
  [/((?:signature|token|secret|password|passwd|credential|api[_-]?key|sig)=)[^\s"\\&]+/gi, `$1${CUT}`],
];

/** Whether a text may have any. Most have none, and to look once takes less than half of looking for each. */
const ANY = new RegExp(SECRETS.map(([pattern]) => pattern.source).join('|'), 'i');

/** Text without the secrets that are in it, whoever wrote it: messages of drivers have URLs with passwords in them. */
export function redactSecrets(text: string): string {
  if (!ANY.test(text)) return text;
  return SECRETS.reduce((cut, [pattern, rest]) => cut.replace(pattern, rest), text);
}
