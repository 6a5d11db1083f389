import { t } from '../../../messages/index.ts'
import { FieldGroup, TagsField } from '../../../ui/form.tsx'
import styles from '../assurance.module.css'
import { ColumnField } from './column-field.tsx'
import type { FieldsProps } from './filter-field.tsx'

/** Which column holds what of an evaluation of texts. */
export function TextColumns({ form, columns }: FieldsProps) {
  return (
    <FieldGroup legend={t('Columns')} help={t('By their exact names in the file.')}>
      <ColumnField
        form={form}
        name="output"
        label={t('Output')}
        help={t('What the system wrote.')}
        columns={columns}
        required
      />
      <ColumnField form={form} name="prompt" label={t('Prompt')} help={t('What it was asked.')} columns={columns} />
      <ColumnField
        form={form}
        name="expected"
        label={t('Expected answer')}
        help={t('Empty where there is none.')}
        columns={columns}
      />
      <ColumnField
        form={form}
        name="context"
        label={t('Context')}
        help={t('What it was given to answer from.')}
        columns={columns}
      />
      <TagsField
        form={form}
        name="group"
        label={t('Groups')}
        help={t('Personas, languages or whatever else is compared.')}
        suggestions={columns}
      />
      <details className={styles.details}>
        <summary>{t('Pairs, judges, time and cost')}</summary>
        <ColumnField
          form={form}
          name="pair"
          label={t('Pair')}
          help={t('The same value in rows that belong together, such as a prompt and its counterfactual.')}
          columns={columns}
        />
        <ColumnField
          form={form}
          name="variant"
          label={t('Variant')}
          help={t('Which of the pair a row is, such as a name or a gender.')}
          columns={columns}
        />
        <ColumnField
          form={form}
          name="opponent"
          label={t('Opponent')}
          help={t('In duels, the variant that it was compared with; the judge names the winner.')}
          columns={columns}
        />
        <ColumnField form={form} name="judge" label={t('Judge')} help={t('What a judge said.')} columns={columns} />
        <ColumnField
          form={form}
          name="judgeReference"
          label={t('What is right')}
          help={t('What people found where the judge was checked.')}
          columns={columns}
        />
        <ColumnField form={form} name="latency" label={t('Time to answer')} columns={columns} />
        <ColumnField form={form} name="cost" label={t('Cost of an answer')} columns={columns} />
      </details>
    </FieldGroup>
  )
}
