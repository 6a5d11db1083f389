/** One thing that is wrong with one part of the request; `path` names it from the body's root (`owner`, `rows/3/name`). */
export type ProblemPart = {
  path: string
  message: string
  /** the same sentence with its values apart, where it has some: to be said in another language */
  text?: string
  values?: Record<string, string | number>
}

/** An RFC 9457 problem document as Assay sends it. Members beyond the named ones are the refusal's own. */
export type ProblemDocument = {
  type: string
  title: string
  status: number
  detail?: string
  kind?: string
  problems?: ProblemPart[]
  currentVersion?: string | number
  [member: string]: unknown
}

/** What the server refused, thrown by every call of the client. `detail` says what to do next where the server knows it. */
export class ApiProblem extends Error {
  readonly status: number
  readonly type: string
  readonly title: string
  readonly detail: string
  readonly kind: string
  readonly problems: ProblemPart[]
  /** The record's version now, when an edit was refused because somebody else's came first (status 412). */
  readonly currentVersion: string | undefined
  readonly document: ProblemDocument

  constructor(document: ProblemDocument) {
    super(document.detail ?? document.title)
    this.name = 'ApiProblem'
    this.document = document
    this.status = document.status
    this.type = document.type
    this.title = document.title
    this.detail = document.detail ?? ''
    this.kind = document.kind ?? ''
    this.problems = document.problems ?? []
    this.currentVersion = document.currentVersion === undefined ? undefined : String(document.currentVersion)
  }
}

/** Reads a refused response; an answer that is no problem document (a proxy's page, say) becomes one by its status. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null)
  return new ApiProblem({ ...plain(response), ...(isObject(body) ? body : {}), status: response.status })
}

function plain(response: Response): ProblemDocument {
  const title = response.statusText || `The server answered ${response.status}`
  return { type: 'about:blank', title, status: response.status }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
