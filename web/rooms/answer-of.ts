import type { paths } from '@assay/sdk'

type Body<Response> = Response extends { content: { 'application/json': infer Json } } ? Json : never

/** What a GET of the API answers, from its OpenAPI document; instants are ISO text. */
export type AnswerOf<Path extends keyof paths> = paths[Path] extends { get: { responses: { 200: infer Response } } }
  ? Body<Response>
  : never

/** One row of a list of the API. */
export type ItemOf<Path extends keyof paths> = AnswerOf<Path> extends { items: (infer Item)[] } ? Item : never
