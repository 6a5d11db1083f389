import type { TestHouse } from './house.ts'

type Schema = {
  [key: string]: unknown
  properties?: Record<string, Schema>
  required?: string[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema
  enum?: unknown[]
}
export type Operation = {
  method: string
  path: string
  permission: string
  body: Schema | undefined
  idempotent: boolean
}

/** Every operation of the API, as its description names it. */
export function operationsOf(house: Pick<TestHouse, 'http'>): Operation[] {
  const { paths } = house.http.swagger() as unknown as {
    paths: Record<string, Record<string, Record<string, never>>>
  }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const body = (operation['requestBody'] as { content?: Record<string, { schema?: Schema }> } | undefined)?.content
      return {
        method: method.toUpperCase(),
        path,
        permission: String(operation['x-permission']),
        body: body?.['application/json']?.schema,
        idempotent: method === 'post',
      }
    }),
  )
}

/** The smallest value that a schema takes; every uuid in it is one of the other organization's. */
export function sample(schema: Schema, id: () => string): unknown {
  if ('const' in schema) return schema['const']
  if (schema.enum) return schema.enum[0]
  const choices = schema.anyOf ?? schema.oneOf
  if (choices?.[0]) return sample(choices.find((choice) => choice['format'] === 'uuid') ?? choices[0], id)
  if (schema['type'] === 'object') {
    const wanted = Object.entries(schema.properties ?? {}).filter(
      ([name, of]) => schema.required?.includes(name) || mentionsUuid(of),
    )
    return Object.fromEntries(wanted.map(([name, of]) => [name, sample(of, id)]))
  }
  if (schema['type'] === 'array')
    return schema.items && (Number(schema['minItems'] ?? 0) > 0 || mentionsUuid(schema.items))
      ? [sample(schema.items, id)]
      : []
  if (schema['type'] === 'integer' || schema['type'] === 'number') return Math.max(1, Number(schema['minimum'] ?? 1))
  if (schema['type'] === 'boolean') return true
  return text(schema, id)
}

function mentionsUuid(schema: Schema): boolean {
  return JSON.stringify(schema).includes('"uuid"')
}

function text(schema: Schema, id: () => string): string {
  if (schema['format'] === 'uuid') return id()
  if (schema['format'] === 'date') return '2026-01-02'
  if (schema['format'] === 'email') return 'somebody@example.org'
  if (schema['format'] === 'uri') return 'https://example.org/'
  return 'x'.repeat(Math.max(1, Number(schema['minLength'] ?? 1)))
}
