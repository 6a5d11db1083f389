import { t } from '../../../messages/index.ts'
import { type FormState, TextField } from '../../../ui/form.tsx'
import type { PlanValues } from '../plan-values.ts'

/** What every part of a definition's form is handed; `columns` are those of the file that was looked at. */
export type FieldsProps = { form: FormState<PlanValues>; columns: string[] }

/** Who is counted. */
export function FilterField({ form }: { form: FormState<PlanValues> }) {
  return (
    <TextField
      form={form}
      name="filter"
      label={t('Only rows where')}
      help={t('For example: age >= 18 and status = ‘decided’. Empty: all rows.')}
    />
  )
}
