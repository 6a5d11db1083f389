/** The outcome of a rule or a use case: a value, or a refusal that the caller must handle. */
export type Result<Value, Refusal> = { ok: true; value: Value } | { ok: false; error: Refusal }

export function ok<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value }
}

export function refuse<const Refusal extends { kind: string }>(error: Refusal): { ok: false; error: Refusal } {
  return { ok: false, error }
}
