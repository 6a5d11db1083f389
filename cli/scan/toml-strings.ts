/** A string of a TOML file under its dotted path; a table or number of a key is told by an empty value. */
export type TomlString = { path: string; value: string; position: number }

const token = /#[^\n]*|"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[[\]{}=,\n]|[^\s[\]{}=,"'#]+/g

/**
 * Reads the strings of a TOML file with their places, which a parser into values would lose. Arrays give one entry for
 * each string; a key whose value holds no string (`torch = {version = …}` aside) gives one with an empty value.
 */
export function tomlStrings(source: string): TomlString[] {
  const found: TomlString[] = []
  let table = ''
  let key: { path: string; position: number } | undefined
  let words: { text: string; position: number }[] = []
  let arrays = 0
  let inline = 0
  const pathOf = (name: string) => (table === '' ? name : `${table}.${name}`)
  let header = false
  for (const match of source.matchAll(token)) {
    const text = match[0]
    const position = match.index
    if (text.startsWith('#')) continue
    if (header) {
      if (text === '\n') header = false
      else if (text !== '[' && text !== ']') table += unquoted(text)
    } else if (key === undefined) {
      if (text === '[') {
        header = true
        table = ''
        words = []
      } else if (text === '\n') words = []
      else if (text === '=') {
        const name = words.map((word) => unquoted(word.text)).join('')
        key = { path: pathOf(name), position: words[0]?.position ?? position }
        words = []
        found.push({ path: key.path, value: '', position: key.position })
      } else words.push({ text, position })
    } else if (text === '[') arrays += 1
    else if (text === ']') arrays -= 1
    else if (text === '{') inline += 1
    else if (text === '}') inline -= 1
    else if (text === '\n' && arrays <= 0 && inline <= 0) {
      key = undefined
      arrays = 0
      inline = 0
    } else if (/^["']/.test(text) && inline === 0) {
      const last = found.at(-1)
      if (last?.path === key.path && last.value === '' && arrays === 0) last.value = unquoted(text)
      else found.push({ path: key.path, value: unquoted(text), position })
    }
  }
  return found
}

function unquoted(text: string): string {
  return text.replace(/^(?:"""|'''|"|')|(?:"""|'''|"|')$/g, '')
}
