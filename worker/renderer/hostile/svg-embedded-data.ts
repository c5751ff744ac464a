import { type HostileLogo, ofClass, refused, rendered } from './hostile-logo.ts';
import { png, withSize } from './png.ts';
import { document, repeat } from './svg-document.ts';

/** SVGs with data addresses that are not what may be embedded. */
export function svgEmbeddedData(pictures: Readonly<Record<'jpeg' | 'gif', Buffer>>): HostileLogo[] {
  const image = (type: string, data: Buffer | string) =>
    `<image width="9" height="9" href="data:${type};base64,${Buffer.from(data).toString('base64')}"/>`;
  const OUTSIDE = 'href of image: external reference';
  const wide = withSize(png(), 9000, 4400);
  return ofClass('data in SVG', 'svg', {
    'an SVG': [document(image('image/svg+xml', document('<script/>'))), rendered(OUTSIDE)],
    'a page': [document(image('text/html', '<script>x</script>')), rendered(OUTSIDE)],
    'a GIF': [document(image('image/gif', pictures.gif)), rendered(OUTSIDE)],
    'a picture without base64': [document('<image href="data:image/png,%89PNG"/>'), rendered(OUTSIDE)],
    'a picture with a parameter': [document('<image href="data:image/png;charset=x;base64,AAAA"/>'), rendered(OUTSIDE)],
    'a use of data': [document('<use href="data:image/svg+xml,x#a"/>'), rendered('href of use: external reference')],
    'an SVG that says it is a PNG': [document(image('image/png', document(''))), refused('unreadable-logo')],
    'a JPEG that says it is a PNG': [document(image('image/png', pictures.jpeg)), refused('unreadable-logo')],
    'a PNG cut off in its head': [document(image('image/png', png().subarray(0, 20))), refused('truncated-logo')],
    'a bomb': [document(image('image/png', withSize(png(), 60_000, 60_000))), refused('logo-too-many-pixels')],
    'two pictures that are too large together': [
      document(image('image/png', wide) + image('image/png', withSize(png(), 9001, 4400))),
      refused('logo-too-many-pixels'),
    ],
    'a large picture drawn often': [
      document(`<g id="a">${image('image/png', wide)}</g>${'<use href="#a"/>'.repeat(5)}`),
      refused('logo-too-complex'),
    ],
    'many pictures': [
      document(repeat(101, (i) => image('image/png', Buffer.concat([png(), Buffer.from([i])])))),
      refused('logo-too-complex'),
    ],
  });
}
