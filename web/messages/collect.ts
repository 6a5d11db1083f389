/** Every text given literally to `t(…)` or `tIn(…)` in a source file, as the catalogue has it. One that is no literal cannot be translated. */
export function collectTexts(source: string): string[] {
  const call = /\bt\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\$]|\\.)*)`)/g
  const inPlace = /\btIn\(\s*'([a-z ]+)',\s*'((?:[^'\\\n]|\\.)*)'/g
  return [
    ...Array.from(source.matchAll(call), ([, single, double, template]) =>
      unescape(single ?? double ?? template ?? ''),
    ),
    ...Array.from(source.matchAll(inPlace), ([, place, text = '']) => `${unescape(text)} [${place}]`),
  ]
}

/** Every sentence that a rule of readiness gives literally as what to do next: in `next`, or under a name such as `registerThem`. */
export function collectNextSteps(source: string): string[] {
  const place = /(?:\bnext:|\bconst (?:next|\w+Them) =)\s*([^;{}`]*?)(?=,\n|\n\n|\n *\}|\}|$)/g
  const sentence = /'((?:[^'\\\n]|\\.)* (?:[^'\\\n]|\\.)*\.)'/g
  return Array.from(source.matchAll(place), ([, words = '']) =>
    Array.from(words.matchAll(sentence), ([, text = '']) => unescape(text)),
  ).flat()
}

function unescape(literal: string): string {
  return literal.replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character))
}
