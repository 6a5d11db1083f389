import { t } from '../../messages/index.ts'
import {
  ChoiceField,
  DateField,
  FieldGroup,
  MultiSelectField,
  SelectField,
  TagsField,
  TextareaField,
  TextField,
  type FormState,
} from '../../ui/form.tsx'
import type { ComponentValues as Values } from './component-values.ts'
import { acquisitions, datasetUses, modelProvenances, personalDataWords } from './component-words.ts'
import { autonomyLevels, optionsOf, places } from './words.ts'

type Props = { form: FormState<Values> }

export function ModelFields({ form }: Props) {
  return (
    <FieldGroup legend={t('Model')}>
      <SelectField form={form} name="provenance" label={t('Provenance')} options={optionsOf(modelProvenances)} />
      <TextField form={form} name="task" label={t('Task')} help={t('Such as classification or text generation.')} />
      <TextField form={form} name="architecture" label={t('Architecture')} />
    </FieldGroup>
  )
}

/** What A.7.3 asks of data that were acquired, and what later questions about rights need. */
export function DatasetFields({ form }: Props) {
  return (
    <FieldGroup legend={t('Data')}>
      <TextField
        form={form}
        name="origin"
        label={t('Origin')}
        help={t('The source: a system, a supplier, a public collection.')}
      />
      <SelectField form={form} name="acquisition" label={t('Acquired by')} options={optionsOf(acquisitions)} />
      <TextareaField
        form={form}
        name="rights"
        label={t('Rights')}
        help={t('By what right you use it: licence, contract, consent, legal basis.')}
        rows={2}
      />
      <SelectField form={form} name="personalData" label={t('Personal data')} options={optionsOf(personalDataWords)} />
      <TextField
        form={form}
        name="dataSubjects"
        label={t('Whose data')}
        help={t('Groups of people, such as applicants since 2019.')}
      />
      <MultiSelectField form={form} name="uses" label={t('Used for')} options={optionsOf(datasetUses)} />
      <TextField form={form} name="amount" label={t('Amount')} help={t('Such as 120,000 rows or 4 TB of images.')} />
      <DateField form={form} name="collectedFrom" label={t('Collected from')} />
      <DateField form={form} name="collectedTo" label={t('Collected until')} />
      <MultiSelectField form={form} name="countries" label={t('Countries')} options={places} />
      <TextareaField
        form={form}
        name="preparation"
        label={t('Preparation')}
        help={t('Cleaning, labelling and other steps before use.')}
      />
      <TextField
        form={form}
        name="retention"
        label={t('Retention')}
        help={t('How long it is kept, and what ends it.')}
      />
    </FieldGroup>
  )
}

export function AgentFields({ form }: Props) {
  return (
    <FieldGroup legend={t('Agent')}>
      <ChoiceField form={form} name="autonomy" label={t('Autonomy')} options={optionsOf(autonomyLevels)} />
      <TagsField form={form} name="tools" label={t('Tools')} help={t('What it may call or change. Enter ends one.')} />
      <TextareaField
        form={form}
        name="limits"
        label={t('Limits')}
        help={t('What it must not do, and what stops it.')}
        rows={2}
      />
      <TextareaField
        form={form}
        name="humanApproval"
        label={t('Human approval')}
        help={t('For which steps it waits for a person.')}
        rows={2}
      />
    </FieldGroup>
  )
}
