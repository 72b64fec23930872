/** What a drawing is made of. Anything else is refused: script, foreign content, animation, links, other documents. */
const elements = new Set([
  'svg',
  'g',
  'defs',
  'symbol',
  'use',
  'title',
  'desc',
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'text',
  'tspan',
  'linearGradient',
  'radialGradient',
  'stop',
  'clipPath',
  'mask',
  'pattern',
  'style',
]);

/** Namespaces by the attribute that declares them. */
const namespaces: Readonly<Record<string, string>> = {
  xmlns: 'http://www.w3.org/2000/svg',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
};

const name = '[A-Za-z_][A-Za-z0-9_.-]*';
const attribute = new RegExp(`\\s+(${name}(?::${name})?)\\s*=\\s*("[^"<]*"|'[^'<]*')`, 'y');
const opening = new RegExp(`<(${name})`, 'y');
const closing = new RegExp(`</(${name})\\s*>`, 'y');
const prologue = /^\uFEFF?(<\?xml\s[^?<>]*\?>)?/;
const comment = /<!--(?:[^-]|-(?!-))*-->/y;
const text = /[^<]+/y;

// The five that XML has of itself, and numbers: nobody can have declared another, as there is no DOCTYPE.
const references = /&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)/;

// A number may spell any letter, so that nothing would be found by its letters.
const isPlain = (words: string): boolean => !references.test(words);

/** A style may point to parts of the drawing, and to nothing else; escapes could spell anything. */
function isPlainStyle(style: string): boolean {
  if (/[\\@&<]|expression|javascript:|-moz-binding|behavior\s*:/i.test(style)) return false;
  return [...style.matchAll(/url\s*\(([^)]*)\)?/gi)].every(([, to = '']) => /^\s*(["']?)#[\w.-]+\1\s*$/.test(to));
}

function isPlainAttribute(key: string, value: string): boolean {
  if (/^on/i.test(key)) return false;
  if (key === 'href' || key === 'xlink:href') return /^#[\w.-]+$/.test(value);
  const declared = namespaces[key];
  if (declared !== undefined) return value === declared;
  if (key === 'xml:space') return true;
  // Of other vocabularies nothing is needed, and xml:base would give references another meaning.
  return !key.includes(':') && isPlain(value) && isPlainStyle(value.replace(/&(amp|quot|apos|gt);/g, ' '));
}

type Tag = { name: string; end: number; isEmpty: boolean };

function openingTag(svg: string, at: number): Tag | null {
  opening.lastIndex = at;
  const tag = opening.exec(svg)?.[1];
  if (tag === undefined || !elements.has(tag)) return null;
  let end = opening.lastIndex;
  const seen = new Set<string>();
  for (;;) {
    attribute.lastIndex = end;
    const [all, key = '', quoted = ''] = attribute.exec(svg) ?? [];
    if (all === undefined) break;
    if (seen.has(key) || !isPlainAttribute(key, quoted.slice(1, -1))) return null;
    seen.add(key);
    end += all.length;
  }
  const rest = /^\s*(\/?)>/.exec(svg.slice(end, end + 64));
  return rest === null ? null : { name: tag, end: end + rest[0].length, isEmpty: rest[1] === '/' };
}

const matchAt = (pattern: RegExp, svg: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(svg);
};

/** The end of what stands at that place within the open elements; null when it does not belong in a drawing. */
function step(svg: string, at: number, open: string[]): number | null {
  const note = matchAt(comment, svg, at);
  if (note !== null) return at + note[0].length;
  const close = matchAt(closing, svg, at);
  if (close !== null) return open.pop() === close[1] ? at + close[0].length : null;
  const words = matchAt(text, svg, at)?.[0];
  if (words !== undefined) {
    const isSound = open.at(-1) === 'style' ? isPlainStyle(words) : isPlain(words);
    return isSound && (open.length > 0 || words.trim() === '') ? at + words.length : null;
  }
  const tag = openingTag(svg, at);
  if (tag === null || (open.length === 0) !== (tag.name === 'svg')) return null;
  if (!tag.isEmpty) open.push(tag.name);
  return tag.end;
}

/**
 * Whether this text is a drawing that does nothing: well-formed, of known elements alone, without script, events,
 * references out of itself, entities or imports. What is not surely harmless is refused. It is served so that nothing
 * in it could run all the same.
 */
export function isPlainSvg(svg: string): boolean {
  let at = prologue.exec(svg)?.[0].length ?? 0;
  const open: string[] = [];
  let roots = 0;
  while (at < svg.length) {
    if (open.length === 0 && svg.startsWith('<svg', at)) roots += 1;
    const end = step(svg, at, open);
    if (end === null || open.length > 64) return false;
    at = end;
  }
  return roots === 1 && open.length === 0 && /^[^>]*\sxmlns=/.test(svg.slice(svg.indexOf('<svg')));
}
