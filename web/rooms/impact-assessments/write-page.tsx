import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { useAddress, useGo, useParameter } from '../../ui/navigation.ts'
import { Page } from '../../ui/page.tsx'
import { LinkButton, VerbButton } from '../../ui/verb-button.tsx'
import styles from './impact.module.css'
import { StepForm } from './step-form.tsx'
import { stepsOf } from './steps.ts'
import { type Assessment, depthRules } from './words.ts'

/** The guided form: one part at a time, saved on the way, so that several people can write over days. */
export default function WritePage() {
  const id = useParameter('id')
  const { data: it, error } = useRecord<Assessment>(`/impact-assessments/${id}`)
  const [address, setAddress] = useAddress()
  const go = useGo()
  if (error) throw error
  if (!it) return null
  const to = `/impact-assessments/${id}`
  const steps = stepsOf(it)
  const at = Math.max(
    0,
    steps.findIndex(({ key }) => key === address['step']),
  )
  const step = steps[at]
  if (!step) return null
  const next = steps[at + 1]
  return (
    <Page
      title={t('Assess {name}', { name: it.system.name })}
      lead={depthRules[it.depthRule]}
      crumbs={[
        { label: t('Impact assessments'), to: '/impact-assessments' },
        { label: it.system.name, to },
      ]}
      actions={<LinkButton to={to}>{t('See what is written')}</LinkButton>}
      width="text"
    >
      {it.state === 'drafting' ? (
        <>
          <nav aria-label={t('Parts of the assessment')}>
            <ol className={styles.steps}>
              {steps.map(({ key, label, missing, begun }) => (
                <li key={key}>
                  <VerbButton
                    writes={false}
                    look={key === step.key ? 'primary' : 'default'}
                    onClick={() => setAddress({ step: key }, { push: true })}
                  >
                    {missing > 0
                      ? t('{label}, {missing} open', { label, missing })
                      : begun
                        ? t('{label}, answered', { label })
                        : label}
                  </VerbButton>
                </li>
              ))}
            </ol>
          </nav>
          <StepForm
            key={step.key}
            assessment={it}
            step={step}
            submit={next ? t('Save and go on') : t('Save')}
            onSaved={() => (next ? setAddress({ step: next.key }, { push: true }) : go(to))}
          />
        </>
      ) : (
        <p>{t('This assessment is not being written any more. Begin the next edition on its page.')}</p>
      )}
    </Page>
  )
}
