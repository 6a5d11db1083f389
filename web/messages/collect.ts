/** Every text given literally to `t(…)` in a source file, unescaped. A text that is not a literal cannot be translated. */
export function collectTexts(source: string): string[] {
  const call = /\bt\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\$]|\\.)*)`)/g
  return Array.from(source.matchAll(call), ([, single, double, template]) =>
    unescape(single ?? double ?? template ?? ''),
  )
}

function unescape(literal: string): string {
  return literal.replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character))
}
