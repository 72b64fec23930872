import { lineOf, sources, withoutComments } from './source.mjs';

const side = '(?:left|right)';
const property = new RegExp(
  [
    side,
    `(?:scroll-)?(?:margin|padding)-${side}`,
    `border-${side}(?:-(?:width|style|color))?`,
    `border-(?:top|bottom)-${side}-radius`,
  ].join('|'),
);
const declaration = /(?<=[{;]\s*)(-?[a-z][a-z-]*)\s*:\s*([^;{}]+)/g;
const fourSided = /^(?:inset|(?:scroll-)?(?:margin|padding)|border-(?:width|style|color))$/;

/** Splits a shorthand at its outer spaces: calc(1px + 2px) is one value. */
function valuesOf(shorthand) {
  return (
    shorthand
      .replace(/!important/, '')
      .trim()
      .match(/(?:[^\s()]+|\((?:[^()]|\([^()]*\))*\))+/g) ?? []
  );
}

function objection(name, value) {
  if (new RegExp(`^(?:${property.source})$`).test(name)) return `${name} is physical`;
  if (/^(?:text-align|float|clear|caption-side)$/.test(name) && new RegExp(`^${side}\\b`).test(value))
    return `${name}: ${value} is physical`;
  const values = fourSided.test(name) ? valuesOf(value) : [];
  if (values.length === 4 && values[1] !== values[3]) return `${name} with four values is physical`;
  return undefined;
}

export function cssProblems(files) {
  return files.flatMap(({ path, text }) => {
    const code = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
    return [...code.matchAll(declaration)].flatMap((match) => {
      const problem = objection(match[1], match[2].trim());
      return problem
        ? [`${path}:${lineOf(code, match.index)}: ${problem}; use its logical form (inline-start, inline-end)`]
        : [];
    });
  });
}

const inlineStyle = /style=\{\{([^}]*)\}/g;

export function inlineStyleProblems(files) {
  return files.flatMap(({ path, text }) => {
    const code = withoutComments(text);
    return [...code.matchAll(inlineStyle)].flatMap((style) =>
      [...style[1].matchAll(/\b([a-zA-Z]+)\s*:\s*['"`]?([^,'"`]*)/g)].flatMap((match) => {
        const name = match[1].replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
        const problem = objection(name, match[2].trim());
        return problem ? [`${path}:${lineOf(code, style.index)}: ${problem}; use its logical form`] : [];
      }),
    );
  });
}

/** Persian mirrors the interface, which only logical properties follow. */
export async function checkCss() {
  return [
    ...cssProblems(await sources('client/src', /\.css$/)),
    ...inlineStyleProblems(await sources('client/src', /\.tsx$/)),
  ];
}
