/** Several names as one text. */
export function showList(names: readonly string[]): string {
  return names.join('; ')
}
