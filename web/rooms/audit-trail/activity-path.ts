/** The audit trail of one record. */
export function activityPath(kind: string, id: string): string {
  return `/subjects/${encodeURIComponent(`${kind}:${id}`)}/activity`
}
