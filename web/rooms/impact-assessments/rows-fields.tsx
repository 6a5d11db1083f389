import { t } from '../../messages/index.ts'
import { RowsField } from './rows-field.tsx'
import type { StepState } from './step-values.ts'
import {
  answerLabels,
  confidences,
  dimensions,
  effects,
  likelihoods,
  optionsOf,
  reaches,
  reversibilities,
  scales,
  severities,
} from './words.ts'

export function AffectedRows({ form }: { form: StepState }) {
  return (
    <RowsField
      form={form}
      name="affected"
      rows={form.values.affected}
      change={(rows) => form.set('affected', rows)}
      label={answerLabels.affected}
      help={t('Groups and roles, never names of persons. Also those whom it touches without using it.')}
      add={t('Add people')}
      remove={(at) => t('Take out entry {at}', { at })}
      shapes={[
        { key: 'name', label: t('Who'), kind: 'line' },
        { key: 'reach', label: t('Seen as'), kind: 'choice', options: optionsOf(reaches) },
        { key: 'indirect', label: t('Touched without using it'), kind: 'check' },
        { key: 'vulnerable', label: t('Vulnerable'), kind: 'check' },
        { key: 'how', label: t('How it touches them'), kind: 'text' },
      ]}
      blank={{ name: '', reach: 'groups', indirect: false, vulnerable: false, how: '' }}
    />
  )
}

export function ImpactRows({ form }: { form: StepState }) {
  return (
    <RowsField
      form={form}
      name="impacts"
      rows={form.values.impacts}
      change={(rows) => form.set('impacts', rows)}
      label={answerLabels.impacts}
      help={t('At least one harm to individuals or groups, and one benefit. Every harm is rated.')}
      add={t('Add a harm or benefit')}
      remove={(at) => t('Take out entry {at}', { at })}
      shapes={[
        { key: 'what', label: t('What happens'), kind: 'text' },
        { key: 'effect', label: t('Effect'), kind: 'choice', options: optionsOf(effects) },
        { key: 'dimension', label: t('Dimension'), kind: 'choice', options: optionsOf(dimensions) },
        { key: 'reach', label: t('Who bears it'), kind: 'choice', options: optionsOf(reaches) },
        { key: 'severity', label: t('Severity'), kind: 'choice', options: optionsOf(severities) },
        { key: 'scale', label: t('Scale'), kind: 'choice', options: optionsOf(scales) },
        { key: 'reversibility', label: t('Reversibility'), kind: 'choice', options: optionsOf(reversibilities) },
        { key: 'likelihood', label: t('Likelihood'), kind: 'choice', options: optionsOf(likelihoods) },
        { key: 'confidence', label: t('Confidence in this rating'), kind: 'choice', options: optionsOf(confidences) },
      ]}
      blank={{
        what: '',
        effect: 'harm',
        dimension: 'fairness',
        reach: 'individuals',
        severity: null,
        scale: null,
        reversibility: null,
        likelihood: null,
        confidence: null,
      }}
    />
  )
}

export function MisuseRows({ form }: { form: StepState }) {
  return (
    <RowsField
      form={form}
      name="misuse"
      rows={form.values.misuse}
      change={(rows) => form.set('misuse', rows)}
      label={answerLabels.misuse}
      help={t('What people could do with it that it is not meant for.')}
      add={t('Add a misuse')}
      remove={(at) => t('Take out entry {at}', { at })}
      shapes={[
        { key: 'what', label: t('Misuse'), kind: 'line' },
        { key: 'prevention', label: t('What stands against it'), kind: 'line' },
      ]}
      blank={{ what: '', prevention: '' }}
    />
  )
}

export function ConsultedRows({ form }: { form: StepState }) {
  return (
    <RowsField
      form={form}
      name="consulted"
      rows={form.values.consulted}
      change={(rows) => form.set('consulted', rows)}
      label={answerLabels.consulted}
      help={t('Those affected, or who speaks for them: a council, an association. No names of persons.')}
      add={t('Add who was consulted')}
      remove={(at) => t('Take out entry {at}', { at })}
      shapes={[
        { key: 'who', label: t('Who'), kind: 'line' },
        { key: 'how', label: t('How'), kind: 'line' },
        { key: 'on', label: t('On'), kind: 'day' },
        { key: 'result', label: t('What came of it'), kind: 'text' },
      ]}
      blank={{ who: '', how: '', on: null, result: '' }}
    />
  )
}
