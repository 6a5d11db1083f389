/** In code an unquoted value is an expression; in configuration it is the value itself. */
export type TextStyle = 'code' | 'config'

const knownKeys =
  /\b(?:sk-[\w-]{8,}|(?:sk|pk|rk)_(?:live|test)_\w{8,}|AIza[\w-]{20,}|hf_\w{8,}|gsk_\w{8,}|xai-[\w-]{8,}|r8_\w{8,}|pplx-\w{8,}|nvapi-[\w-]{8,}|(?:AKIA|ASIA)\w{12,}|gh[pousr]_\w{16,}|github_pat_\w{16,}|glpat-[\w-]{16,}|xox[abprs]-[\w-]{8,}|eyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?|tgp_v1_[\w-]{8,}|lsv2_\w{8,}|[ps]k-lf-[\w-]{8,})/g
const assigned =
  /((?:api[_-]?key|apikey|secret|token|passw(?:or)?d|credential|access[_-]?key|auth[_-]?key|private[_-]?key|_KEY|_PAT)["']?\s*(?::|=>?)\s*)(["'`]?)([^\s"'`,;)}\]]{6,})/gi
const bearer = /(\b(?:Bearer|Basic)\s+)([\w.~+/=-]{8,})/gi
const inUrl = /(:\/\/[^\s:@/'"]*:)([^\s@/'"]+)(@)/g
const longRun = /\b(?=[A-Za-z+/_-]*\d)(?=[\d+/_-]*[A-Za-z])[A-Za-z\d+/_]{32,}={0,2}/g

const placeholder = /^(?:\$[{(A-Z_]|\{\{|<)/
const expression = /^(?:[A-Za-z_$][\w$]*(?:\?\.|[.([])|string\b|[A-Z][A-Z\d_]+$)/

/** Replaces what looks like a key, a token or a password: a scan is printed and pushed, and must not carry secrets on. */
export function maskSecrets(text: string, style: TextStyle): string {
  return text
    .replace(inUrl, '$1***$3')
    .replace(bearer, '$1***')
    .replace(knownKeys, '***')
    .replace(assigned, (whole, name: string, quote: string, value: string) =>
      standsForSecret(value, quote, style) ? whole : `${name}${quote}***`,
    )
    .replace(longRun, (run) => (run.includes('/') && !/[+=]/.test(run) ? run : '***'))
}

/** A name that stands for a secret (`process.env.X`, `${X}`) is evidence, not a secret. */
function standsForSecret(value: string, quote: string, style: TextStyle): boolean {
  return placeholder.test(value) || (style === 'code' && quote === '' && expression.test(value))
}
