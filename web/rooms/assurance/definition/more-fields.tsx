import { t } from '../../../messages/index.ts'
import { CheckboxField, type FormState, NumberField, SelectField, TagsField, TextareaField } from '../../../ui/form.tsx'
import styles from '../assurance.module.css'
import type { PlanValues } from '../plan-values.ts'

/** Settings that are usually right, whatever has no field, and the way to the definition as JSON. */
export function MoreFields({ form }: { form: FormState<PlanValues> }) {
  const { kind, extra } = form.values
  return (
    <details className={styles.details} open={extra !== ''}>
      <summary>{t('Further settings')}</summary>
      <TagsField
        form={form}
        name="missing"
        label={t('Also counts as empty')}
        help={t('Values that mean “no value” in this file, such as N/A or ?')}
      />
      {kind === 'calibration' && <NumberField form={form} name="bins" label={t('Bins')} min={2} step={1} />}
      {kind === 'drift' && (
        <SelectField
          form={form}
          name="mode"
          label={t('Counting of numbers')}
          help={t('Binned takes less memory and says how far off it can be.')}
          options={[
            { value: 'exact', label: t('Exact') },
            { value: 'binned', label: t('Binned') },
          ]}
          required
        />
      )}
      <NumberField
        form={form}
        name="confidence"
        label={t('Confidence of intervals')}
        help={t('0.95: of a hundred intervals, ninety-five hold the truth.')}
        step={0.01}
      />
      <NumberField
        form={form}
        name="minimumVerdict"
        label={t('Smallest number that is judged')}
        help={t('Below it a group gets “not enough data”, whatever its rate.')}
        min={1}
        step={1}
      />
      <NumberField
        form={form}
        name="minimumShow"
        label={t('Smallest number that is shown')}
        help={t('Below it numbers are marked as too small: single persons could be recognised.')}
        min={1}
        step={1}
      />
      <NumberField form={form} name="replicates" label={t('Bootstrap replicates')} min={100} step={100} />
      <NumberField form={form} name="seed" label={t('Seed')} help={t('The same seed gives the same bytes.')} step={1} />
      <TextareaField
        form={form}
        name="extra"
        label={t('Keys without a field (JSON)')}
        help={t('Kept as they are, beside the fields above.')}
        rows={extra === '' ? 2 : 6}
      />
      <AsJsonField form={form} />
    </details>
  )
}

export function AsJsonField({ form }: { form: FormState<PlanValues> }) {
  return (
    <CheckboxField
      form={form}
      name="asJson"
      label={t('Write the definition as JSON (expert)')}
      help={t(
        'It then holds instead of the fields. Opened again later, it stands in the fields as far as they can say it.',
      )}
    />
  )
}
