/** The name of the problem that an answer tells. */
export function problemOf(answer: { json: () => { type: string } }): string {
  return answer.json().type.replace('urn:logomorph:problem:', '');
}
