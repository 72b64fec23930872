import { expect, test } from 'vitest';
import { logoTypeOf } from './logos.ts';
import { isPlainSvg } from './svg.ts';

/** The beginning of a PNG of that size; no decoder is needed to know it. */
function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(64);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(bytes);
  bytes.writeUInt32BE(13, 8);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

test.each([
  ['1 dot', png(1, 1), 'image/png'],
  ['the most', png(4096, 4096), 'image/png'],
  ['no width', png(0, 10), null],
  ['a bomb', png(100_000, 10), null],
  ['cut off', png(10, 10).subarray(0, 20), null],
  ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...Array.from({ length: 60 }, () => 0)]), null],
  ['nothing', Buffer.alloc(0), null],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), null],
  ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml'],
  ['a drawing in UTF-16', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>', 'utf16le'), null],
])('a picture with %s is judged by what it is', (_, bytes, type) => {
  expect(logoTypeOf(bytes)).toBe(type);
});

const svg = (content: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${attributes}>${content}</svg>`;

test.each([
  ['shapes', svg('<g fill="#123"><path d="M0 0h10v10z"/><circle cx="1" cy="2" r="3"/></g>', ' viewBox="0 0 10 10"')],
  ['a declaration and notes', `<?xml version="1.0" encoding="UTF-8"?>\n<!-- A mark -->\n${svg('<!-- two --><g/>')}\n`],
  [
    'a gradient that it points to',
    svg(
      '<defs><linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient></defs><rect fill="url(#a)"/>',
    ),
  ],
  ['a style', svg('<style>.a { fill: #0a0; mask: url("#m") }</style><path class="a" style="stroke: none" d="M0 0"/>')],
  ['a part used twice', svg('<symbol id="s"><path d="M0 0"/></symbol><use href="#s"/><use xlink:href="#s" x="5"/>')],
  ['words', svg('<title>Łódź &amp; Wien</title><text x="1" xml:space="preserve">گفت‌وگو &#8212; it’s</text>')],
  ['quotes of both kinds', `<svg xmlns='http://www.w3.org/2000/svg' width='10'><path d='M0 0'/></svg>`],
])('a drawing with %s is taken', (_, drawing) => {
  expect(isPlainSvg(drawing)).toBe(true);
});

test.each([
  ['script', svg('<script>alert(1)</script>')],
  ['script of another prefix', svg('<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>')],
  ['script in capitals', svg('<SCRIPT>alert(1)</SCRIPT>')],
  ['an event', svg('', ' onload="alert(1)"')],
  ['an event in capitals', svg('<path ONCLICK="alert(1)"/>')],
  ['an event behind a slash', svg('<path/onclick="alert(1)"/>')],
  ['foreign content', svg('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>')],
  ['an outer picture', svg('<image href="https://elsewhere.example/a.png"/>')],
  ['an outer use', svg('<use href="https://elsewhere.example/a.svg#a"/>')],
  ['an outer use by xlink', svg('<use xlink:href="//elsewhere.example/a.svg#a"/>')],
  ['a link', svg('<a href="https://elsewhere.example"><path d="M0 0"/></a>')],
  ['a script as a link', svg('<use href="javascript:alert(1)"/>')],
  ['a script as data', svg('<use href="data:image/svg+xml,x#a"/>')],
  ['an outer paint', svg('<rect fill="url(https://elsewhere.example/a)"/>')],
  ['an outer paint in quotes', svg(`<rect style="fill: url( 'https://elsewhere.example/a' )"/>`)],
  ['an outer paint by a reference', svg('<rect fill="&#117;rl(https://elsewhere.example/a)"/>')],
  ['an outer paint that does not end', svg('<rect style="fill: url(https://elsewhere.example/a"/>')],
  ['an import', svg('<style>@import "https://elsewhere.example/a.css";</style>')],
  ['an outer font', svg('<style>@font-face { src: url(https://elsewhere.example/f) }</style>')],
  ['a style that is spelled', svg('<style>path { fill: u\\72l(https://elsewhere.example) }</style>')],
  ['a style in references', svg('<style>&#64;import "a"</style>')],
  ['a style as data', svg('<style><![CDATA[@import "a"]]></style>')],
  ['an animation', svg('<path d="M0 0"><set attributeName="href" to="javascript:alert(1)"/></path>')],
  ['an animated place', svg('<animate attributeName="x" values="0;1"/>')],
  ['an entity', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('<text>&a;</text>')}`],
  ['an outer entity', `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${svg('<text>&a;</text>')}`],
  ['a document type alone', `<!DOCTYPE svg>${svg('')}`],
  ['an unknown reference', svg('<text>&nbsp;</text>')],
  ['a stylesheet', `<?xml-stylesheet href="https://elsewhere.example/a.css"?>${svg('')}`],
  ['an instruction inside', svg('<?php echo 1 ?>')],
  ['another base', svg('', ' xml:base="https://elsewhere.example/"')],
  ['another namespace', `<svg xmlns="http://www.w3.org/1999/xhtml"><path/></svg>`],
  ['another namespace inside', svg('<g xmlns="http://www.w3.org/1999/xhtml"/>')],
  ['an xlink that is none', `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="x"/>`],
  ['no namespace', '<svg><path/></svg>'],
  ['another root', '<html xmlns="http://www.w3.org/2000/svg"/>'],
  ['two roots', `${svg('')}${svg('')}`],
  ['a drawing in it', svg('<svg/>')],
  ['words behind', `${svg('')}behind`],
  ['an end too early', '<svg xmlns="http://www.w3.org/2000/svg"><g></svg>'],
  ['no end', '<svg xmlns="http://www.w3.org/2000/svg"><g>'],
  ['an attribute without quotes', svg('<path d=M0/>')],
  ['an attribute twice', svg('<path d="M0" d="M1"/>')],
  ['a note that is none', svg('<!-- a -- b --><script/>-->')],
  ['no end of depth', svg('<g>'.repeat(5000) + '</g>'.repeat(5000))],
  ['nothing', ''],
])('a drawing with %s is refused', (_, drawing) => {
  expect(isPlainSvg(drawing)).toBe(false);
});

test('a drawing as large as can be sent is judged at once', () => {
  const path = '<path d="M0 0h10"/>';
  const drawings = [
    path.repeat(13_000),
    `<path d="${'M0 0 '.repeat(50_000)}"/>`,
    '<'.repeat(250_000),
    '<!-'.repeat(80_000),
  ];
  const startedAt = performance.now();
  expect(drawings.map((content) => isPlainSvg(svg(content)))).toEqual([true, true, false, false]);
  expect(isPlainSvg(svg(`<g ${'a="'.repeat(80_000)}`))).toBe(false);
  expect(performance.now() - startedAt).toBeLessThan(3000);
});
