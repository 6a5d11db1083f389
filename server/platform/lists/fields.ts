import { z } from 'zod'

/** What a row of a list holds, by dotted paths to its plain values: `owner.name`, `systems.name` (of each of them). */
export function fieldsOf(schema: z.core.$ZodType): string[] {
  return [...new Set(leaves(schema, []))]
}

const deepest = 6

function leaves(schema: z.core.$ZodType, path: readonly string[]): string[] {
  if (path.length > deepest) return []
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([name, part]) => leaves(part, [...path, name]))
  }
  if (schema instanceof z.ZodArray) return leaves(schema.element, path)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => leaves(option, path))
  const inner = within(schema)
  if (inner) return leaves(inner, path)
  return isPlain(schema) && path.length > 0 ? [path.join('.')] : []
}

function within(schema: z.core.$ZodType): z.core.$ZodType | null {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return schema.unwrap()
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodReadonly) return schema.unwrap()
  return schema instanceof z.ZodPipe ? schema.out : null
}

/** Records by free names, unknown and recursive parts have no column of their own. */
function isPlain(schema: z.core.$ZodType): boolean {
  return !(schema instanceof z.ZodRecord || schema instanceof z.ZodUnknown || schema instanceof z.ZodLazy)
}

/** The plain values at a path, of every member where the way leads through lists. */
export function valuesAt(row: unknown, path: readonly string[]): unknown[] {
  if (row === null || row === undefined) return []
  if (Array.isArray(row)) return row.flatMap((member) => valuesAt(member, path))
  const [name, ...rest] = path
  if (name === undefined) return [row]
  return typeof row === 'object' ? valuesAt(Reflect.get(row, name), rest) : []
}
