import type { Page } from '@playwright/test';
import { issueLink } from '@track2/server';
import type { Person } from './person.ts';
import type { Platform } from './platform.ts';

const organisation = 'host';

const svg = (inner: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"${attributes}>${inner}</svg>`;

/** Pictures that are more than pictures: each tries to run, to load, or to pass for something else. */
const pictures = (mark: string, away: string): readonly { type: string; body: string }[] => {
  return [
    svg(`<script>window.struck='${mark}'</script>`),
    svg('', ` onload="window.struck='${mark}'"`),
    svg(`<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="${away}/${mark}"/></foreignObject>`),
    svg(`<image href="${away}/${mark}.png"/>`),
    svg(`<style>@import url(${away}/${mark}.css);</style>`),
    svg(`<rect style="fill:url(${away}/${mark}#a)" width="9" height="9"/>`),
    svg(`<a href="javascript:window.struck='${mark}'"><rect width="9" height="9"/></a>`),
    svg(`<use href="data:image/svg+xml,${encodeURIComponent(svg(`<script>window.struck='${mark}'</script>`))}#x"/>`),
    svg(`<animate attributeName="href" values="javascript:window.struck='${mark}'"/>`),
    `<?xml-stylesheet href="${away}/${mark}.css"?>${svg('')}`,
    `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg('<text>&x;</text>')}`,
    `<html xmlns="http://www.w3.org/1999/xhtml"><script>window.struck='${mark}'</script></html>`,
  ]
    .map((body) => ({ type: 'image/svg+xml', body }))
    .concat([
      { type: 'image/png', body: `\u0089PNG\r\n\u001a\n<script>window.struck='${mark}'</script>` },
      { type: 'image/png', body: `<script>window.struck='${mark}'</script>` },
      { type: 'text/html', body: `<script>window.struck='${mark}'</script>` },
    ]);
};

const names = (mark: string, away: string): readonly string[] => [
  `<img src=x onerror=window.struck='${mark}'>.pdf`,
  `<img src=${away}/${mark}>.pdf`,
  `../../../../etc/${mark}.pdf`,
  `..\\..\\${mark}.pdf`,
  `${mark}\u202efdp.exe`,
  `${mark}\u0000.pdf`,
  `CON.${mark}`,
  `${'x'.repeat(300)}${mark}.pdf`,
];

/** A PDF of one empty page. */
function emptyPage(): string {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>',
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const from = file.length;
  return `${file}xref\n0 4\n0000000000 65535 f \n${table}trailer << /Size 4 /Root 1 0 R >>\nstartxref\n${from}\n%%EOF\n`;
}

/** Sends documents with hostile names, as somebody who may. Resolves with how many were taken. */
export async function sendDocuments(platform: Platform, chair: Person, away: string): Promise<number> {
  const { agenda } = await chair.state();
  const item = agenda.items.find(({ type }) => type === 'keynote')?.id ?? '';
  const query = new URLSearchParams({ member: chair.entry.you.member, item, use: 'paper' });
  let taken = 0;
  for (const name of names('hx9000x', away)) {
    const answer = await fetch(`${platform.url}/api/documents?${query.toString()}`, {
      method: 'POST',
      headers: {
        origin: platform.url,
        cookie: chair.cookie,
        'content-type': 'application/pdf',
        'x-document-name': encodeURIComponent(name),
      },
      body: emptyPage(),
    });
    if (answer.ok) taken += 1;
  }
  return taken;
}

/**
 * Offers each hostile picture as a logo, and opens whatever was taken in a page of its own. Resolves with how many were
 * offered and how many taken.
 */
export async function offerLogos(
  { url, storage }: Platform,
  page: Page,
  away: string,
): Promise<{ offered: number; taken: number }> {
  const link = await issueLink(storage.credentials, {
    publicUrl: url,
    holder: { kind: 'convener', convener: 'hostile' },
    wall: Date.now(),
  });
  const json = { 'content-type': 'application/json', origin: url };
  const entered = await fetch(`${url}/api/enter`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ secret: link.split('#')[1] }),
  });
  const [cookie = ''] = entered.headers.getSetCookie().map((set) => set.split(';')[0] ?? '');
  const made = await fetch(`${url}/api/desk/series`, {
    method: 'POST',
    headers: { ...json, cookie },
    body: JSON.stringify({
      title: { en: 'Series' },
      organisations: [{ id: organisation, name: { en: 'Host' }, part: 'host' }],
    }),
  });
  const { id: series } = (await made.json()) as { id: string };
  const [name = '', value = ''] = cookie.split('=');
  await page.context().addCookies([{ name, value, url }]);
  let taken = 0;
  const all = pictures('hx9001x', away);
  for (const { type, body } of all) {
    const answer = await fetch(`${url}/api/desk/series/${series}/logos/${organisation}`, {
      method: 'PUT',
      headers: { origin: url, cookie, 'content-type': type },
      body: Buffer.from(body, 'latin1'),
    });
    if (!answer.ok) continue;
    taken += 1;
    await page.goto(`${url}/api/logos/${series}/${organisation}`);
  }
  return { offered: all.length, taken };
}
