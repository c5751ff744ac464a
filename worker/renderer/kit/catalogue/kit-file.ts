import type { KitPart } from '@logomorph/contract/recipe/kit-parts.ts';
import type { Size } from '../../geometry.ts';
import type { RuleId } from '../lint/rules.ts';
import type { SafeZone } from '../safe-zone.ts';

/** How a picture of a kit is drawn: its size, and what is in it. */
export interface Drawing extends Size {
  /**
   * What is drawn: the logo; its dark variant; that one in shades of grey, which iOS tints; or its shape in black, with
   * light parts on others left out, which systems fill with a colour of their own.
   */
  art: 'logo' | 'dark' | 'grey' | 'shape';
  /** Whether the margins that the logo came with are left out. */
  trimmed: boolean;
  /** What it is to fit into, as large as it goes: a box, in pixels, in the middle of the picture, or a safe zone. */
  within: Size | SafeZone;
  /** What is behind it: nothing, a colour of the recipe, black, or a tile with round corners, as macOS has it. */
  ground: 'none' | 'background' | 'darkBackground' | 'black' | 'tile';
  /** Whether the platform wants a PNG of full colour, however few colours there are: with alpha, or without. */
  pixels: 'any' | 'rgb' | 'rgba';
}

/** The texts of a kit that are made from its files. */
export type TextName =
  | 'webManifest'
  | 'compatManifest'
  | 'browserConfig'
  | 'yandexManifest'
  | 'snippet'
  | 'appIconSet'
  | 'adaptiveIcon'
  | 'adaptiveBackground'
  | 'readme';

/** A file of a kit, as plain data. */
export type KitFile = {
  name: string;
  /** The parts of a recipe that include it. */
  parts: readonly KitPart[];
  /** Why it exists: a sentence. */
  reason: string;
  /** Where to put it: a sentence. */
  place: string;
  /** The tag that a page needs to use it. */
  tag?: string;
  /** The manifest that lists it, and for what. */
  manifest?: { in: 'site.webmanifest' | 'manifest.webmanifest'; purpose: 'any' | 'maskable' | 'monochrome' };
} & Made;

/** The rules of a file are what it is checked against, besides what all files of its kind are. */
type Made =
  | { kind: 'png'; drawing: Drawing; rules: readonly RuleId[] }
  | { kind: 'ico'; sides: readonly number[]; trimmed: boolean }
  | { kind: 'icns' }
  /** Only of a logo that is an SVG. */
  | { kind: 'svg' }
  | { kind: 'text'; mediaType: string; text: TextName; rules: readonly RuleId[] };

export type PictureFile = KitFile & { kind: 'png' };
