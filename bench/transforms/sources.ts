import { corpusLogos } from '@logomorph/worker/renderer/testing/corpus.ts';
import { paint } from '@logomorph/worker/renderer/testing/logos.ts';
import sharp, { type Sharp } from 'sharp';
import type { Input } from '../harness/job.ts';

export type SourceName = 'photo.jpeg' | 'logo.png' | 'logo.svg' | 'photo.webp' | 'animation.gif';

/** What pictures services are asked to transform: a photograph, logos, a picture of megabytes, an animation. */
export async function transformSources(): Promise<Record<SourceName, Input>> {
  const logos = new Map((await corpusLogos()).map((logo) => [logo.name, logo.bytes]));
  const logo = (name: string) => logos.get(name) ?? Buffer.alloc(0);
  return {
    'photo.jpeg': { name: 'photo.jpeg', sources: [{ format: 'jpeg', bytes: await jpeg(landscape(2000, 1333)) }] },
    'logo.png': { name: 'logo.png', sources: [{ format: 'png', bytes: logo('flat-png') }] },
    'logo.svg': { name: 'logo.svg', sources: [{ format: 'svg', bytes: logo('gradient') }] },
    'photo.webp': {
      name: 'photo.webp',
      sources: [{ format: 'webp', bytes: await landscape(3600, 2400).webp({ quality: 95, effort: 1 }).toBuffer() }],
    },
    'animation.gif': { name: 'animation.gif', sources: [{ format: 'gif', bytes: await animation(60, 320) }] },
  };
}

/** Waves of colour with grain: as hard to compress as a photograph. */
function landscape(width: number, height: number): Sharp {
  const wave = (at: number, phase: number) => 127 + 90 * Math.sin(at / 97 + phase) * Math.cos(at / 41);
  return paint(width, height, (x, y) => {
    const grain = ((x * 7919 + y * 104729 + ((x * y) % 251)) % 37) - 18;
    return [clamp(wave(x + y / 3, 0) + grain), clamp(wave(y, 1) + grain), clamp(wave(x - y, 2) + grain), 255];
  }).removeAlpha();
}

const jpeg = (picture: Sharp) => picture.jpeg({ quality: 90 }).toBuffer();

/** A disc that goes round. */
async function animation(count: number, side: number): Promise<Buffer> {
  const frames: Buffer[] = [];
  for (let frame = 0; frame < count; frame++) {
    const angle = (2 * Math.PI * frame) / count;
    const [x, y] = [side / 2 + (side / 3) * Math.cos(angle), side / 2 + (side / 3) * Math.sin(angle)];
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}">
      <rect width="100%" height="100%" fill="#123"/><circle cx="${x}" cy="${y}" r="${side / 8}" fill="#fc4"/></svg>`;
    frames.push(await sharp(Buffer.from(svg)).png().toBuffer());
  }
  return sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
}

function clamp(channel: number) {
  return Math.max(0, Math.min(255, Math.round(channel)));
}
