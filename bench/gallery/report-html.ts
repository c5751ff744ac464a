import { escapeMarkup } from '@logomorph/worker/renderer/kit/texts/escape-markup.ts';
import Type from 'typebox';
import Value from 'typebox/value';

/** What the gallery reads of `kit.json`. */
const KitReport = Type.Object({
  checks: Type.Integer(),
  failed: Type.Integer(),
  files: Type.Array(
    Type.Object({
      name: Type.String(),
      checks: Type.Array(
        Type.Object({
          rule: Type.String(),
          measured: Type.Union([Type.String(), Type.Number()]),
          pass: Type.Boolean(),
        }),
      ),
    }),
  ),
});

/** The report of a kit: what failed in view, all checks to be opened. */
export function reportHtml(json: Buffer): string {
  const { checks, failed, files } = Value.Parse(KitReport, JSON.parse(json.toString()));
  const lines = files.flatMap(({ name, checks }) =>
    checks.map(({ rule, measured, pass }) => {
      const line = escapeMarkup(`${name}: ${rule} ${measured}`);
      return pass ? line : `<span class="warning">${line}: fails</span>`;
    }),
  );
  const failures = lines.filter((line) => line.startsWith('<span'));
  return `<p>kit.json: ${failed} of ${checks} checks fail<br>${failures.join('<br>')}</p>
<details><summary>all checks</summary>${lines.join('<br>')}</details>`;
}
