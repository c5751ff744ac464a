import type { Render } from '@logomorph/contract/render.ts';
import { encodePath } from '@logomorph/core/render-output.ts';
import type { UrlSigner } from '@logomorph/core/signed-url.ts';

/** Seconds of the windows in which the address of a file stays the same, so that caches know it again. */
const WINDOW = 3600;

/** A render with addresses of its files that need no key. Each holds for the rest of the window and the next one. */
export function withSignedUrls(signer: UrlSigner, render: Render, now: Date): Render {
  const expires = (Math.floor(now.valueOf() / 1000 / WINDOW) + 2) * WINDOW;
  const outputs = render.outputs.map((output) => ({
    ...output,
    signedUrl: signer.sign(signedPath(render.id, output.name), expires),
  }));
  return { ...render, outputs };
}

/** What is signed. The id of a render names its tenant too, as no other tenant has a render of that id. */
export function signedPath(renderId: string, name: string): string {
  return `/files/${renderId}/${encodePath(name)}`;
}
