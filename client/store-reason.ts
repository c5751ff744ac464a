const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['amp', '&'],
]);

/**
 * The code and message of what S3 answers when it refuses something, as in `AccessDenied: Request has expired`; undefined
 * for any other text. What else is in it, such as what was signed, helps nobody.
 */
export function storeReasonOf(xml: string): string | undefined {
  if (!/^\s*(<\?xml[^>]*>\s*)?<Error[\s>]/.test(xml)) return undefined;
  const [code, message] = ['Code', 'Message'].map((name) => {
    const [, text = ''] = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml) ?? [];
    return text.replaceAll(/&(\w+);/g, (entity, of: string) => ENTITIES.get(of) ?? entity).trim();
  });
  return [code, message].filter((part) => part !== '').join(': ') || undefined;
}
