/** A string that names one kind of thing; `Id<'ai-system'>` and `Id<'person'>` do not mix. */
export type Id<Kind extends string> = string & { readonly __kind: Kind }

export type PersonId = Id<'person'>
export type OrganizationId = Id<'organization'>

/** What a record, a task or a piece of evidence is about: `<kind>:<id>`, for example `ai-system:0190…`. */
export type SubjectRef = string & { readonly __subject: true }

export function subjectRef(kind: string, id: string): SubjectRef {
  return `${kind}:${id}` as SubjectRef
}

export function parseSubject(subject: string): { kind: string; id: string } {
  const at = subject.indexOf(':')
  return { kind: subject.slice(0, at), id: subject.slice(at + 1) }
}
