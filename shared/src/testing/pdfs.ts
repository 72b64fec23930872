/** One object of a PDF: its dictionary or value, and the bytes of its stream if it has one. */
type PdfObject = { value: string; stream?: Uint8Array };

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Puts the objects, numbered from 1, into a file. The catalogue is the last of them, so that it is cut off first. */
function fileOf(objects: readonly PdfObject[], trailer = ''): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [ascii('%PDF-1.7\n')];
  let length = parts[0]?.length ?? 0;
  const offsets: number[] = [];
  const add = (part: Uint8Array): void => {
    parts.push(part);
    length += part.length;
  };
  for (const [index, { value, stream }] of objects.entries()) {
    offsets.push(length);
    add(ascii(`${index + 1} 0 obj\n${value}\n`));
    if (stream !== undefined) {
      add(ascii('stream\n'));
      add(stream);
      add(ascii('\nendstream\n'));
    }
    add(ascii('endobj\n'));
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  add(
    ascii(
      `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root ${objects.length} 0 R ${trailer}>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return joined(parts);
}

/** The objects of a document: a font, a content and a page for each, the tree of pages, the catalogue. */
function documentOf(contents: readonly PdfObject[], catalogue = ''): PdfObject[] {
  const font = { value: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>' };
  const tree = 2 + 2 * contents.length;
  const pages = contents.map((_, index) => ({
    value: `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 960 540] /Contents ${2 + index} 0 R /Resources << /Font << /F 1 0 R >> >> >>`,
  }));
  const kids = pages.map((_, index) => `${2 + contents.length + index} 0 R`).join(' ');
  return [
    font,
    ...contents,
    ...pages,
    { value: `<< /Type /Pages /Count ${contents.length} /Kids [${kids}] >>` },
    { value: `<< /Type /Catalog /Pages ${tree} 0 R ${catalogue}>>` },
  ];
}

const plain = (content: string): PdfObject => ({ value: `<< /Length ${content.length} >>`, stream: ascii(content) });

/** The colour that fills page `page` (from 1) of {@link pdfOf}, red, green and blue from 0 to 255: by it a test knows the page. */
export function pageColour(page: number): [red: number, green: number, blue: number] {
  return [(page * 50) % 256, (page * 80 + 100) % 256, (page * 110 + 50) % 256];
}

function slide(page: number, mark: string): PdfObject {
  const fill = pageColour(page).map((part) => (part / 255).toFixed(4));
  return plain(`${fill.join(' ')} rg 0 0 960 540 re f 1 g BT /F 72 Tf 100 250 Td (Slide ${page} ${mark}) Tj ET`);
}

const slides = (pages: number, mark: string): PdfObject[] =>
  Array.from({ length: pages }, (_, index) => slide(index + 1, mark));

/** A sound PDF of 960 x 540 points a page, each in its {@link pageColour} with its number and `mark` (ASCII) in clear bytes. */
export function pdfOf({ pages, mark = '' }: { pages: number; mark?: string }): Uint8Array<ArrayBuffer> {
  return fileOf(documentOf(slides(pages, mark)));
}

/** A PDF that does not open without a password. */
export function passwordProtectedPdf(): Uint8Array<ArrayBuffer> {
  // Any 32 bytes: no password gives these, so an empty one does not either.
  const [owner, user] = ['6f', '75'].map((byte) => byte.repeat(32));
  return fileOf(
    documentOf(slides(3, '')),
    `/ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${owner}> /U <${user}> >> `,
  );
}

/** A PDF whose second half is missing, as a broken transfer leaves it. */
export function truncatedPdf(): Uint8Array<ArrayBuffer> {
  const whole = pdfOf({ pages: 20 });
  return whole.slice(0, whole.length / 2);
}

/** A PDF that asks the reader to run a script as it opens. */
export function scriptedPdf(script: string): Uint8Array<ArrayBuffer> {
  return fileOf(documentOf(slides(1, ''), `/OpenAction << /S /JavaScript /JS (${script}) >> `));
}

/** A PDF of one page whose content the caller has packed, `filters` naming how (`/FlateDecode`). */
export function packedPdf({ filters, content }: { filters: string; content: Uint8Array }): Uint8Array<ArrayBuffer> {
  return fileOf(documentOf([{ value: `<< /Length ${content.length} /Filter [${filters}] >>`, stream: content }]));
}
