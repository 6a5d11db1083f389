import { t } from '../../messages/index.ts'
import { api, useRecord, useWrite } from '../../ui/api.ts'
import { Form, ReferenceField, SelectField, useForm } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { ReferenceLink } from '../../ui/reference-link.tsx'
import { type NamedRecord, useNames } from '../../ui/references.ts'
import { VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import styles from './impact.module.css'
import type { Assessment } from './words.ts'

const permission = 'impact-assessments:write'
const annexA = 'requirement:ISO-42001-2023/'

/** The risks that the assessment raised and the controls that it calls for, both to be named and taken out here. */
export function BearsOn({ assessment: it }: { assessment: Assessment }) {
  const names = useNames(it.bearsOn)
  const over = it.state === 'superseded' || it.state === 'withdrawn'
  const cannot = over ? t('This edition is over; what it bears on stays as it was.') : undefined
  const risks = it.bearsOn.filter((ref) => ref.startsWith('risk:'))
  const controls = it.bearsOn.filter((ref) => ref.startsWith(annexA))
  return (
    <>
      <Section
        title={t('Risks that it raised')}
        lead={t('What was found goes into the register of risks, where it is rated and treated.')}
        actions={
          <DialogButton
            permission={permission}
            cannot={cannot}
            title={t('Name a risk that it raised')}
            content={(close) => <RiskForm id={it.id} close={close} />}
          >
            {t('Name a risk')}
          </DialogButton>
        }
      >
        {risks.length === 0 && <p className={styles.muted}>{t('No risk of the register is named yet.')}</p>}
        <Links id={it.id} refs={risks} names={names} cannot={cannot} />
      </Section>
      <Section
        title={t('Controls that it calls for')}
        lead={t('Each row of the Statement of Applicability shows the assessments that call for it.')}
        actions={
          <DialogButton
            permission={permission}
            cannot={cannot}
            title={t('Name a control that it calls for')}
            content={(close) => <ControlForm id={it.id} taken={controls} close={close} />}
          >
            {t('Name a control')}
          </DialogButton>
        }
      >
        {controls.length === 0 && <p className={styles.muted}>{t('No control of Annex A is named yet.')}</p>}
        <Links id={it.id} refs={controls} names={names} cannot={cannot} />
      </Section>
    </>
  )
}

type LinksProps = { id: string; refs: string[]; names: Map<string, NamedRecord>; cannot: string | undefined }

function Links({ id, refs, names, cannot }: LinksProps) {
  const path = `/impact-assessments/${id}/bears-on`
  const remove = useWrite({
    write: (subject: string) => api.post(`${path}/remove`, { subject }),
    done: (_done, subject) => ({ message: t('Taken out'), undo: () => api.post(path, { subject }) }),
  })
  return (
    <>
      <ul className={styles.list}>
        {refs.map((ref) => (
          <li key={ref} className={styles.line}>
            <ReferenceLink reference={ref} names={names} />
            <VerbButton
              look="quiet"
              permission={permission}
              cannot={cannot}
              pending={remove.isPending}
              onClick={() => remove.mutate(ref)}
            >
              {t('Take out')}
            </VerbButton>
          </li>
        ))}
      </ul>
      <ProblemAlert error={remove.error} />
    </>
  )
}

type FormProps = { id: string; close: () => void }

function RiskForm({ id, close }: FormProps) {
  const form = useForm({
    id: `impact-assessment:${id}:risk`,
    initial: { risk: '' },
    check: ({ risk }): { risk?: string } => (risk === '' ? { risk: t('Choose the risk from the register.') } : {}),
    save: ({ risk }) => api.post(`/impact-assessments/${id}/bears-on`, { subject: `risk:${risk}` }),
    done: () => t('Risk named'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Name it')} permission={permission}>
      <ReferenceField<{ risk: string }, { id: string; title: string }>
        form={form}
        name="risk"
        label={t('Risk')}
        help={t('What is not in the register yet is recorded there first, under Risks.')}
        path="/risks"
        option={({ id: value, title }) => ({ value, label: title })}
        required
      />
    </Form>
  )
}

type Framework = { requirements: { key: string; ref: string; kind: string; title: string }[] }

function ControlForm({ id, taken, close }: FormProps & { taken: string[] }) {
  const { data } = useRecord<Framework>('/frameworks/ISO-42001-2023')
  const options = (data?.requirements ?? [])
    .filter(({ kind, key }) => kind === 'control' && !taken.includes(`requirement:${key}`))
    .map(({ ref, title }) => ({ value: ref, label: `${ref} ${title}` }))
  const form = useForm({
    id: `impact-assessment:${id}:control`,
    initial: { control: '' },
    check: ({ control }): { control?: string } => (control === '' ? { control: t('Choose a control.') } : {}),
    save: ({ control }) => api.post(`/impact-assessments/${id}/bears-on`, { subject: `${annexA}${control}` }),
    done: () => t('Control named'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Name it')} permission={permission}>
      <SelectField form={form} name="control" label={t('Control')} options={options} required />
    </Form>
  )
}
