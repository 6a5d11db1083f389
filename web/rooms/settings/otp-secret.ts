/** The secret of an `otpauth://` address, in groups of four that are easy to type. */
export function secretOf(uri: string): string[] {
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  return secret.match(/.{1,4}/g) ?? []
}
