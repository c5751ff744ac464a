import { type Canary, type HostileLogo, ofClass, refused, rendered } from './hostile-logo.ts';
import { document } from './svg-document.ts';

/** SVGs that refer to something outside of themselves. */
export function svgReferences({ url, path }: Canary): HostileLogo[] {
  const file = `file://${path}`;
  const image = (href: string) => document(`<image width="90" height="90" href="${href}"/>`);
  const style = (css: string) => document(`<style>${css}</style>`);
  const OUTSIDE = 'external reference';
  return [
    ...ofClass('outside by elements', 'svg', {
      'a picture by http': [image(`${url}/a.png`), rendered(`href of image: ${OUTSIDE}`)],
      'a picture by file': [image(file), rendered(`href of image: ${OUTSIDE}`)],
      'a picture by path': [image(path), rendered(`href of image: ${OUTSIDE}`)],
      'a picture by relative path': [image(`../../../../../../..${path}`), rendered(`href of image: ${OUTSIDE}`)],
      'a picture by UNC': [image('\\\\127.0.0.1\\share\\a.png'), rendered(`href of image: ${OUTSIDE}`)],
      'a picture by the scheme of the page': [image(url.replace(/^\w+:/, '')), rendered(`href of image: ${OUTSIDE}`)],
      'a picture by ftp': [image(url.replace(/^\w+:/, 'ftp:')), rendered(`href of image: ${OUTSIDE}`)],
      'a picture by xlink in another prefix': [
        document(`<image xmlns:l="http://www.w3.org/1999/xlink" l:href="${file}"/>`),
        rendered(`href of image: ${OUTSIDE}`),
      ],
      'a picture by two addresses': [
        document(`<image href="${file}" xlink:href="${url}/a.png"/>`),
        rendered(`href of image: ${OUTSIDE}`),
      ],
      'a picture by xml:base': [
        document(`<g xml:base="${url}/"><image href="a.png"/></g>`),
        rendered('base of g', `href of image: ${OUTSIDE}`),
      ],
      'a use of a file': [document(`<use href="${file}#a"/>`), rendered(`href of use: ${OUTSIDE}`)],
      'a use by http': [document(`<use xlink:href="${url}/a.svg#a"/>`), rendered(`href of use: ${OUTSIDE}`)],
      'a gradient by http': [
        document(`<linearGradient href="${url}/a.svg#a"/>`),
        rendered(`href of linearGradient: ${OUTSIDE}`),
      ],
      'a pattern by file': [document(`<pattern href="${file}#a"/>`), rendered(`href of pattern: ${OUTSIDE}`)],
      'a text along a path elsewhere': [
        document(`<text><textPath href="${url}/a.svg#a">x</textPath></text>`),
        rendered(`href of textPath: ${OUTSIDE}`),
      ],
      'a filter that loads': [
        document(`<filter id="f"><feImage href="${file}"/></filter><rect filter="url(#f)"/>`),
        rendered('feImage'),
      ],
      'a colour profile': [document(`<color-profile xlink:href="${url}/a.icc"/>`), rendered('color-profile')],
      'a font': [
        document(`<font-face><font-face-src><font-face-uri xlink:href="${url}/a"/></font-face-src></font-face>`),
        rendered('font-face'),
      ],
      'a link to a style sheet': [
        document(`<link xmlns="http://www.w3.org/1999/xhtml" rel="stylesheet" href="${url}/a.css"/>`),
        rendered('link'),
      ],
      'an XInclude': [
        document(`<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${file}" parse="text"/>`),
        rendered('include'),
      ],
    }),
    ...ofClass('outside by XML', 'svg', {
      'an external DTD': [`<!DOCTYPE svg SYSTEM "${url}/a.dtd">${document('')}`, rendered()],
      'a public DTD elsewhere': [`<!DOCTYPE svg PUBLIC "x" "${file}">${document('')}`, rendered()],
      'an external entity': [
        `<!DOCTYPE svg [<!ENTITY x SYSTEM "${file}">]>${document('<text>&x;</text>')}`,
        refused('unreadable-logo'),
      ],
      'a parameter entity': [
        `<!DOCTYPE svg [<!ENTITY % x SYSTEM "${url}/a.dtd"> %x;]>${document('')}`,
        refused('unreadable-logo'),
      ],
      'a style sheet instruction': [`<?xml-stylesheet href="${url}/a.css"?>${document('')}`, rendered()],
    }),
    ...ofClass('outside by CSS', 'svg', {
      'a paint': [document(`<rect fill="url(${url}/a#b)"/>`), rendered(`fill of rect: ${OUTSIDE}`)],
      'a filter': [document(`<rect filter="url('${file}#b')"/>`), rendered(`filter of rect: ${OUTSIDE}`)],
      'a mask': [document(`<rect mask="url(${url})"/>`), rendered(`mask of rect: ${OUTSIDE}`)],
      'a clip path': [
        document(`<rect clip-path="url(&quot;${url}#b&quot;)"/>`),
        rendered(`clip-path of rect: ${OUTSIDE}`),
      ],
      'a marker': [
        document(`<path d="M0 0h9" marker-end="URL(${url}#b)"/>`),
        rendered(`marker-end of path: ${OUTSIDE}`),
      ],
      'a fragment and then an address': [
        document(`<rect fill="url(#a) url(${url})"/>`),
        rendered(`fill of rect: ${OUTSIDE}`),
      ],
      'an import': [style(`@import "${url}/a.css";`), rendered('css @import')],
      'an import by url': [style(`@import url(${file});`), rendered('css @import')],
      'an import by escape': [style(`@\\69mport "${url}/a.css";`), rendered('css @\\69mport')],
      'an import in CDATA': [style(`<![CDATA[@import "${url}/a.css";]]>`), rendered('css @import')],
      'an import in pieces': [style(`@im/**/port "${url}/a.css";`), rendered('css @im')],
      'a font face': [style(`@font-face{font-family:a;src:url(${url}/a)}`), rendered('css @font-face')],
      'a namespace': [style(`@namespace url(${url});`), rendered('css @namespace')],
      'a background': [style(`rect{background:url(${url}/a)}`), rendered(`css background: ${OUTSIDE}`)],
      'a url by escape': [style(`rect{fill:\\75rl(${url}/a)}`), rendered('css fill: a value that cannot be parsed')],
      'a url in a custom property': [style(`rect{--a:url(${url}/a);fill:var(--a)}`), rendered(`css --a: ${OUTSIDE}`)],
      'an image set': [
        document(`<rect style="fill:image-set('${url}/a' 1x)"/>`),
        rendered('style of rect: css fill: image-set()'),
      ],
      'a src function': [style(`rect{fill:src("${url}/a")}`), rendered('css fill: src()')],
      'an expression': [
        document('<rect style="width:expression(x())"/>'),
        rendered('style of rect: css width: expression()'),
      ],
      'a binding': [style(`rect{-moz-binding:url(${url}/a)}`), rendered(`css -moz-binding: ${OUTSIDE}`)],
      'a style in a media query': [
        style(`@media print{@import "${url}/a.css";rect{cursor:url(${url}/a),auto}}`),
        rendered('css @import', `css cursor: ${OUTSIDE}`),
      ],
      'a declaration in an attribute': [
        document(`<rect style="fill:red;cursor:url(${url}/a)"/>`),
        rendered(`style of rect: css cursor: ${OUTSIDE}`),
      ],
    }),
  ];
}
