/** A file as it reads: the tests compare tables of RULES.md with the code. */
declare module '*?raw' {
  const text: string;

  // biome-ignore lint/style/noDefaultExport: so the bundler hands over the text of a file
  export { text as default };
}
