/** What a hostile word tries to reach, each time: an address that is not the platform's own. */
const shapes: readonly ((mark: string, away: string) => string)[] = [
  (mark) => `<script>window.struck="${mark}"</script>`,
  (mark, away) => `<script src="${away}/${mark}.js"></script>`,
  (mark) => `<img src=x onerror="window.struck='${mark}'">`,
  (mark, away) => `<img src="${away}/${mark}.png">`,
  (mark) => `"><svg onload=window.struck='${mark}'>`,
  (mark) => `'><svg><animate onbegin=window.struck='${mark}' attributeName=x dur=1s>`,
  (mark, away) => `<svg><image href="${away}/${mark}.svg"/></svg>`,
  (mark, away) => `<iframe src="${away}/${mark}"></iframe>`,
  (mark) => `<iframe srcdoc="<script>parent.struck='${mark}'</script>">`,
  (mark, away) => `<link rel=stylesheet href="${away}/${mark}.css">`,
  (mark, away) => `<style>@import url(${away}/${mark}.css);</style>`,
  (mark, away) => `<meta http-equiv=refresh content="0;url=${away}/${mark}">`,
  (mark, away) => `<base href="${away}/${mark}/">`,
  (mark) => `<a href="javascript:window.struck='${mark}'">open</a>`,
  (mark) => `javascript:window.struck='${mark}'`,
  (mark) => `data:text/html,<script>window.struck='${mark}'</script>`,
  (mark, away) => `<video src="${away}/${mark}.mp4" autoplay onplay=window.struck='${mark}'>`,
  (mark, away) => `<object data="${away}/${mark}"></object>`,
  (mark, away) => `<form action="${away}/${mark}"><button autofocus onfocus=window.struck='${mark}'>`,
  (mark) => `<details open ontoggle=window.struck='${mark}'>`,
  (mark) => `</bdi></p><marquee onstart=window.struck='${mark}'>`,
  (mark) => `{{constructor.constructor('window.struck="${mark}"')()}}`,
  (mark) => `\${window.struck='${mark}'}`,
  (mark, away) => `![${mark}](${away}/${mark}.png)`,
  (mark, away) => `${away}/${mark}`,
  (mark) => `{name, select, other {<img src=x onerror=window.struck='${mark}'>}}`,
  (mark) => `<b title='${mark}' style="background:url(//127.0.0.1:9/${mark})">`,
  (mark) => `\u202e${mark} riahC\u202c`,
  (mark) => `\u2066\u2067${mark}\u200f\u061c`,
  (mark) => `&lt;script&gt;window.struck='${mark}'&lt;/script&gt;`,
  (mark) => `<math><mtext></form><form><mglyph><style></math><img src onerror=window.struck='${mark}'>`,
  (mark) => `<x contenteditable onblur=window.struck='${mark}' tabindex=1 autofocus>`,
  (mark) => `%3Cscript%3Ewindow.struck='${mark}'%3C/script%3E`,
  (mark) => `../../../../etc/${mark}`,
  (mark) => `CON.${mark}.pdf`,
];

/** Hostile words, one after the other, each with a mark of its own by which it is found again on a page. */
export class Payloads {
  readonly #away: string;
  #count: number;

  /** `away` is the address of a listener that nothing may reach; `first` where in the list of shapes it begins. */
  constructor(away: string, first: number) {
    this.#away = away;
    this.#count = first * 1000;
    this.#first = this.#count;
  }

  readonly #first: number;

  /** How many were given out. */
  get count(): number {
    return this.#count - this.#first;
  }

  /** Hostile files, which are counted with the words. */
  alsoTried(files: number): void {
    this.#count += files;
  }

  /** The next one, no longer than the field takes. */
  next(most: number): string {
    const fitting = shapes
      .map((shape) => shape(`hx${this.#count}x`, this.#away))
      .filter(({ length }) => length <= most);
    const word = fitting[this.#count % fitting.length];
    this.#count += 1;
    if (word === undefined) throw new Error(`no hostile word fits into ${most} characters`);
    return word;
  }
}
