import { type HostileLogo, ofClass, rendered } from './hostile-logo.ts';
import { document } from './svg-document.ts';

/** SVGs that run, animate or embed something. */
export function svgActiveContent(): HostileLogo[] {
  return [
    ...ofClass('script in SVG', 'svg', {
      'a script element': [document('<script>fetch("/")</script>'), rendered('script')],
      'a script by CDATA': [document('<script><![CDATA[fetch("/")]]></script>'), rendered('script')],
      'a script by prefix': [
        document('<s:script xmlns:s="http://www.w3.org/2000/svg">x</s:script>'),
        rendered('script'),
      ],
      'a script of XHTML': [document('<script xmlns="http://www.w3.org/1999/xhtml">x</script>'), rendered('script')],
      'a script in text': [document('<text><script>x</script></text>'), rendered('script')],
      'a script in title': [document('<title><script>x</script></title>'), rendered('script')],
      'a script in defs in a symbol': [
        document('<defs><symbol><script>x</script></symbol></defs>'),
        rendered('script'),
      ],
      'onload of the root': [document('', 'viewBox="0 0 100 100" onload="x()"'), rendered('onload of svg')],
      'an event handler in capitals': [document('<rect ONCLICK="x()"/>'), rendered('ONCLICK of rect')],
      'an event handler of XML events': [
        document('<g xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load" ev:handler="#x"/>'),
        rendered('event of g', 'handler of g'),
      ],
      'a handler element': [document('<handler type="text/ecmascript">x</handler>'), rendered('handler')],
      'a link to JavaScript': [
        document('<a href="javascript:x()"><rect/></a>'),
        rendered('href of g: external reference'),
      ],
      'a use of JavaScript': [document('<use href="javascript:x()"/>'), rendered('href of use: external reference')],
      'JavaScript with white space in it': [
        document('<use xlink:href=" java&#9;script:x()"/>'),
        rendered('href of use: external reference'),
      ],
      'a link to data': [document('<a href="data:text/html,x"><rect/></a>'), rendered('href of g: external reference')],
    }),
    ...ofClass('documents in SVG', 'svg', {
      'a foreignObject': [
        document('<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" srcdoc="x"/></foreignObject>'),
        rendered('foreignObject'),
      ],
      'an iframe': [document('<iframe xmlns="http://www.w3.org/1999/xhtml" src="/"/>'), rendered('iframe')],
      'an object': [document('<object xmlns="http://www.w3.org/1999/xhtml" data="/"/>'), rendered('object')],
      'audio and video': [document('<video src="/"/><audio src="/"/>'), rendered('video', 'audio')],
      'a canvas': [document('<canvas/>'), rendered('canvas')],
      'a view': [document('<view id="v" viewBox="0 0 1 1"/>'), rendered('view')],
    }),
    ...ofClass('SMIL', 'svg', {
      'a set of href': [
        document('<use href="#a"><set attributeName="href" to="javascript:x()"/></use>'),
        rendered('set'),
      ],
      'an animation of a handler': [
        document('<rect><animate attributeName="onclick" to="x"/></rect>'),
        rendered('animate'),
      ],
      'an animation without an end': [
        document('<rect><animateTransform type="rotate" dur=".001s" repeatCount="indefinite"/></rect>'),
        rendered('animateTransform'),
      ],
      'a motion along a path': [
        document('<rect><animateMotion><mpath href="#a"/></animateMotion></rect>'),
        rendered('animateMotion'),
      ],
      'a discard': [document('<discard begin="0s" href="#a"/>'), rendered('discard')],
    }),
  ];
}
