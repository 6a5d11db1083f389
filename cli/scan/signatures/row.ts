import type { Confidence } from '../model.ts'

/** One maker or project, and every sign by which a code tree shows that it uses it. */
export type Signature = {
  vendor: string
  kind: 'sdk' | 'agent'
  /** How sure an import or a declared dependency is; `high` unless the package has other uses than AI. */
  confidence?: Confidence
  /** npm packages by exact name; `@scope/*` where the whole scope belongs to the vendor. */
  npm?: readonly string[]
  /** PyPI distribution → the modules it is imported by; `name-*` and `module_*` for a family of packages. */
  pypi?: Readonly<Record<string, readonly string[]>>
  /**
   * Modules whose name is a plain word that folders have too: an import counts only with one of these symbols, or when
   * the distribution is declared in a manifest above the file.
   */
  plainWords?: Readonly<Record<string, readonly string[]>>
  /** Names that conda gives to the same software. */
  conda?: readonly string[]
  /** Host names of the service; `*` stands for any run without a slash or a quote. */
  hosts?: readonly string[]
  /** Environment variables that only this service reads. */
  env?: readonly string[]
  /** Container images, without tag. */
  images?: readonly string[]
}
