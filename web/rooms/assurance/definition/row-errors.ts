import type { FormState } from '../../../ui/form.tsx'
import { fieldId } from '../../../ui/form/field.ts'
import type { PlanValues } from '../plan-values.ts'
import { complaintsAbout } from './complaints.ts'

export type RowInput = { id: string; error: string | undefined }

/**
 * Where the inputs of lines stand and what is wrong with them. Once something was refused, what the form itself can judge follows what is
 * typed; what the server said stays until it is asked again.
 */
export function rowInputs(form: FormState<PlanValues>): (name: string, label: string) => RowInput {
  const live = form.refusals > 0 ? complaintsAbout(form.values) : {}
  const ours = /^(limits|checks|factors|streams)\.\d+\./
  return (name, label) => {
    form.labels.set(name, label)
    const said = form.problem === null ? undefined : form.errors[name]
    return { id: fieldId(form.id, name), error: ours.test(name) ? (live[name] ?? said) : form.errors[name] }
  }
}
