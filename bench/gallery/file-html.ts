import { escapeMarkup } from '@logomorph/worker/renderer/kit/texts/escape-markup.ts';
import type { RenderedFile } from '@logomorph/worker/renderer/rendered-file.ts';
import { icnsFrames, icoFrames } from './icon-frames.ts';
import { paletteHtml } from './palette-html.ts';
import { pictureHtml } from './picture.ts';
import { reportHtml } from './report-html.ts';

/** A rendered file as a person can look at it. */
export async function fileHtml(file: RenderedFile): Promise<string> {
  const { name, mediaType, bytes } = file;
  if (name === 'palette.json') return paletteHtml(bytes);
  if (name === 'kit.json') return reportHtml(bytes);
  if (name.endsWith('.ico')) return framesHtml(file, icoFrames(bytes));
  if (name.endsWith('.icns')) return framesHtml(file, icnsFrames(bytes));
  if (mediaType.startsWith('image/')) return pictureHtml(file);
  if (mediaType === 'application/zip') return `<p>${escapeMarkup(name)}, ${bytes.length} B</p>`;
  return `<details><summary>${escapeMarkup(name)}, ${bytes.length} B</summary><pre>${escapeMarkup(bytes.toString())}</pre></details>`;
}

async function framesHtml({ name, bytes }: RenderedFile, frames: readonly Buffer[]): Promise<string> {
  const shown: string[] = [];
  for (const [at, frame] of frames.entries()) {
    const title = `${name}, ${bytes.length} B: frame ${at + 1}`;
    shown.push(await pictureHtml({ name: title, mediaType: 'image/png', bytes: frame }));
  }
  return shown.join('\n');
}
