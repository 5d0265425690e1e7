/**
 * A drawing from the server, made fit to be put into a page: whatever could run, load or style is left out, and what is
 * not in these two lists is nothing that our figures use. Only drawings that parse as SVG are given back.
 */
const SVG = 'http://www.w3.org/2000/svg';

const ELEMENTS = new Set(
  'svg g rect path line polyline polygon circle ellipse text tspan title desc defs marker clipPath linearGradient stop'.split(
    ' ',
  ),
);

const ATTRIBUTES = new Set(
  (
    'id class role lang xml:lang x y x1 y1 x2 y2 cx cy r rx ry dx dy width height viewBox preserveAspectRatio d points ' +
    'transform fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-linecap ' +
    'stroke-linejoin opacity font-family font-size font-weight font-style text-anchor dominant-baseline letter-spacing ' +
    'offset stop-color stop-opacity marker-end marker-start markerWidth markerHeight markerUnits refX refY orient ' +
    'clip-path clipPathUnits gradientUnits gradientTransform data-box'
  ).split(' '),
);

export function safeSvg(source: string): SVGSVGElement | undefined {
  const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
  const root = parsed.documentElement;
  if (root.namespaceURI !== SVG || root.localName !== 'svg' || parsed.querySelector('parsererror'))
    return undefined;
  clean(root);
  const here = document.importNode(root, true);
  return here instanceof SVGSVGElement ? here : undefined;
}

function clean(element: Element): void {
  for (const attribute of [...element.attributes]) {
    if (!isHarmless(attribute)) element.removeAttributeNode(attribute);
  }
  for (const child of [...element.childNodes]) {
    if (child instanceof Element && child.namespaceURI === SVG && ELEMENTS.has(child.localName)) clean(child);
    else if (child.nodeType !== Node.TEXT_NODE) child.remove();
  }
}

function isHarmless({ name, value }: Attr): boolean {
  if (!ATTRIBUTES.has(name) && !/^aria-[a-z]+$/.test(name)) return false;
  // References stay inside of the drawing; url( may be hidden behind comments and escapes.
  return (
    name.startsWith('aria-') ||
    /^url\(#[\w-]+\)$/.test(value) ||
    !/url|\\|\/\*|javascript:|expression/i.test(value)
  );
}
