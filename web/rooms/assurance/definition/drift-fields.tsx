import { t } from '../../../messages/index.ts'
import { FieldGroup, NumberField, SelectField, TagsField, TextField } from '../../../ui/form.tsx'
import styles from '../assurance.module.css'
import { metricName } from '../words.ts'
import { ColumnField } from './column-field.tsx'
import { FilterField, type FieldsProps } from './filter-field.tsx'
import { StreamRows } from './stream-rows.tsx'
import { marginNames } from './values.ts'

/** What is compared with the reference, how far it may move, and in which windows. */
export function DriftFields({ form, columns }: FieldsProps) {
  const { windowKind } = form.values
  return (
    <>
      <FieldGroup legend={t('Columns')} help={t('By their exact names in the file.')}>
        <TagsField
          form={form}
          name="columns"
          label={t('Compare only')}
          help={t('Empty: all columns that both files have.')}
          suggestions={columns}
        />
        <TagsField
          form={form}
          name="categories"
          label={t('Codes, not numbers')}
          help={t('Columns of numbers whose size means nothing, such as postal codes.')}
          suggestions={columns}
        />
        <TagsField
          form={form}
          name="by"
          label={t('Groups')}
          help={t('Columns whose mix is watched, such as sex or age band.')}
          suggestions={columns}
        />
        <FilterField form={form} />
      </FieldGroup>
      <FieldGroup
        legend={t('Limits')}
        help={t('What moves beyond doubt further than its margin is drift. Each column has to hold all that fit it.')}
      >
        {marginNames.map((name) => (
          <NumberField key={name} form={form} name={name} label={metricName(name)} step={0.01} required />
        ))}
      </FieldGroup>
      <FieldGroup
        legend={t('Windows')}
        help={t('Cuts the file into parts, each against the same reference, so that it is seen when drift began.')}
      >
        <SelectField
          form={form}
          name="windowKind"
          label={t('Cut')}
          help={t('Empty: not at all.')}
          options={[
            { value: 'rows', label: t('By a number of rows') },
            { value: 'day', label: t('By day') },
            { value: 'week', label: t('By week') },
            { value: 'month', label: t('By month') },
            { value: 'quarter', label: t('By quarter') },
            { value: 'year', label: t('By year') },
          ]}
        />
        {windowKind === 'rows' && (
          <NumberField form={form} name="windowRows" label={t('Rows of a window')} min={10} step={1} required />
        )}
        {windowKind !== '' && windowKind !== 'rows' && (
          <ColumnField form={form} name="windowColumn" label={t('Column of dates')} columns={columns} required />
        )}
      </FieldGroup>
      <StreamRows form={form} columns={columns} />
      <details className={styles.details}>
        <summary>{t('Expected performance without labels')}</summary>
        <p className={styles.muted}>
          {t('From scores and decisions of today, and from a reference file that has outcomes too.')}
        </p>
        <ColumnField form={form} name="score" label={t('Score')} columns={columns} />
        <ColumnField form={form} name="prediction" label={t('Decision')} columns={columns} />
        <ColumnField form={form} name="label" label={t('Outcome')} columns={columns} />
        <TextField form={form} name="positive" label={t('Favourable value')} />
      </details>
    </>
  )
}
