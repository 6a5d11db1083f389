import { type Document, type Section, type Table, verdictWords } from './document.ts'
import { escapedHtml, svgOf } from './svg.ts'

const style = `
:root { color-scheme: light dark; --ink: #1c2024; --soft: #5f6770; --line: #d5d9de; --paper: #fff; --area: #e6f4ea; --pass: #18794e; --fail: #c62a2f; --unsure: #946800;
  --c0: #0b68cb; --c1: #c2410c; --c2: #18794e; --c3: #8e4ec6; --c4: #a16207; --c5: #0e7490; }
@media (prefers-color-scheme: dark) { :root { --ink: #edeef0; --soft: #b0b4ba; --line: #43484e; --paper: #111315; --area: #113b29; --pass: #3dd68c; --fail: #ff9592; --unsure: #ffca16;
  --c0: #70b8ff; --c1: #ffa057; --c2: #3dd68c; --c3: #d19dff; --c4: #ffca16; --c5: #4ccce6; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
.verdict { font-weight: 700; } .pass { color: var(--pass); } .fail { color: var(--fail); } .not-enough-data, .not-decided { color: var(--unsure); }
.scroll { overflow-x: auto; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .875rem; }
th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line); vertical-align: top; } .n { text-align: right; white-space: nowrap; }
figure { margin: 1rem 0; } figcaption { font-weight: 600; font-size: .875rem; } svg { width: 100%; max-width: 48rem; height: auto; font-size: 12px; fill: var(--ink); }
.interval, .line { stroke: var(--c0); stroke-width: 2; fill: none; } .value { fill: var(--c0); } .none { stroke: var(--soft); stroke-dasharray: 3 3; } .frame { fill: none; stroke: var(--line); } .margin { fill: var(--area); }
.c0 { stroke: var(--c0); } .c1 { stroke: var(--c1); } .c2 { stroke: var(--c2); } .c3 { stroke: var(--c3); } .c4 { stroke: var(--c4); } .c5 { stroke: var(--c5); }
dt { color: var(--soft); } dd { margin: 0 0 .5rem; overflow-wrap: anywhere; } .note { color: var(--soft); }
@media print { body { margin: 0; max-width: none; } }
`

/** A page that is complete in itself: no script, nothing loaded, every text of the file escaped, light and dark. */
export function asHtml({ title, verdict, reasons, warnings, facts, sections }: Document): string {
  const list = (items: string[]) => `<ul>${items.map((it) => `<li>${escapedHtml(it)}</li>`).join('')}</ul>`
  const mind = warnings.length === 0 ? '' : `<h2>Mind</h2>${list(warnings)}`
  const from = facts.map(([name, value]) => `<dt>${escapedHtml(name)}</dt><dd>${escapedHtml(value)}</dd>`).join('')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapedHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapedHtml(title)}</h1>
<p class="verdict ${escapedHtml(verdict)}">${escapedHtml(verdictWords[verdict] ?? verdict)}</p>
${list(reasons)}
${mind}
${sections.map(sectionOf).join('\n')}
<h2>From</h2>
<dl>${from}</dl>
</main>
</body>
</html>
`
}

function sectionOf({ title, note, table, plots }: Section): string {
  const told = note === undefined ? '' : `<p class="note">${escapedHtml(note)}</p>`
  return `<section><h2>${escapedHtml(title)}</h2>${told}${table === undefined ? '' : tableOf(table)}${plots.map(svgOf).join('')}</section>`
}

function tableOf({ columns, rows }: Table): string {
  const side = (index: number) => (columns[index]?.numbers === true ? ' class="n"' : '')
  const head = columns.map(({ name }, index) => `<th scope="col"${side(index)}>${escapedHtml(name)}</th>`).join('')
  const body = rows.map((row) => {
    const [first = '', ...others] = row
    const cells = others.map((cell, index) => `<td${side(index + 1)}>${escapedHtml(cell)}</td>`).join('')
    return `<tr><th scope="row">${escapedHtml(first)}</th>${cells}</tr>`
  })
  return `<div class="scroll" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`
}
