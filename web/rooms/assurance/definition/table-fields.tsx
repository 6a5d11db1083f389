import { t } from '../../../messages/index.ts'
import { FieldGroup, MultiSelectField, NumberField } from '../../../ui/form.tsx'
import styles from '../assurance.module.css'
import { ColumnField } from './column-field.tsx'
import type { FieldsProps } from './filter-field.tsx'

/** Tables of named rules beside the measures; none of them decides. */
export function TableFields({ form, columns }: FieldsProps) {
  return (
    <FieldGroup legend={t('Tables beside it')} help={t('They are shown with the result and decide nothing.')}>
      <MultiSelectField
        form={form}
        name="tables"
        label={t('Tables')}
        options={[
          { value: 'four-fifths', label: t('Four-fifths rule') },
          { value: 'conflicts', label: t('What cannot be equal at once') },
          { value: 'subgroups', label: t('Search over combinations') },
          { value: 'inequality', label: t('Inequality of outcomes') },
        ]}
      />
      {form.values.tables.includes('subgroups') && (
        <NumberField
          form={form}
          name="holdBack"
          label={t('Hold back for confirming')}
          help={t(
            'Share of the rows that the search does not see, 0.1 to 0.9. Empty: findings stay questions, unless a test file confirms them.',
          )}
          min={0.1}
          max={0.9}
          step={0.1}
        />
      )}
      <details className={styles.details} open={form.values.lawSex !== '' || form.values.lawRace !== ''}>
        <summary>{t('Tables of New York City Local Law 144')}</summary>
        <ColumnField
          form={form}
          name="lawSex"
          label={t('Local Law 144: column of sex')}
          help={t('Only for the tables of New York City. Both columns have to be among the groups.')}
          columns={columns}
        />
        <ColumnField
          form={form}
          name="lawRace"
          label={t('Local Law 144: column of race or ethnicity')}
          columns={columns}
        />
        <ColumnField
          form={form}
          name="lawScore"
          label={t('Local Law 144: column of scores')}
          help={t('For scoring rates beside selection rates.')}
          columns={columns}
        />
      </details>
    </FieldGroup>
  )
}
