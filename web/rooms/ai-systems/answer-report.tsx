import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { ChoiceField, DateField, Form, ReferenceField, useForm } from '../../ui/form.tsx'
import { DialogButton } from '../dialog-button.tsx'
import styles from './ai-systems.module.css'
import { MoveButton } from './move-buttons.tsx'
import { LookAlikes } from './system-form.tsx'
import type { System } from './words.ts'

/** What an employee reported, and its two answers: into the register with an owner, or dismissed with a reason. */
export function AnswerReport({ system }: { system: System }) {
  return (
    <section className={styles.report} aria-label={t('Report of an employee')}>
      <h2>{t('Reported by {name}', { name: system.askedBy?.name ?? t('somebody') })}</h2>
      <p>{system.usedAlready ? t('It is used already.') : t('It is not used yet.')}</p>
      {system.intakeNote && <p>{system.intakeNote}</p>}
      <LookAlikes name={system.name} except={system.id} />
      <div className={styles.moves}>
        <DialogButton
          title={t('Take into the register')}
          permission="ai-systems:review-intake"
          look="primary"
          content={(close) => <AcceptForm system={system} close={close} />}
        >
          {t('Take into the register')}
        </DialogButton>
        <MoveButton move="dismiss" system={system} />
      </div>
    </section>
  )
}

type Values = { owner: string; unit: string; state: string; since: string }
type Named = { id: string; name: string }

function AcceptForm({ system, close }: { system: System; close: () => void }) {
  const form = useForm<Values>({
    id: `ai-system:${system.id}:accept`,
    initial: { owner: '', unit: '', state: system.usedAlready ? 'in-use' : 'proposed', since: '' },
    check: ({ owner }): { owner?: string } => (owner === '' ? { owner: t('Name the person who answers for it.') } : {}),
    save: ({ owner, unit, state, since }) =>
      api.post(`/ai-systems/${system.id}/accept-intake`, { owner, unit: unit || null, state, since: since || null }),
    done: () => t('AI system is in the register'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Take into the register')} permission="ai-systems:review-intake">
      <ReferenceField<Values, Named>
        form={form}
        name="owner"
        label={t('Owner')}
        path="/people"
        query={{ state: 'active' }}
        option={({ id, name }) => ({ value: id, label: name })}
        required
      />
      <ReferenceField<Values, Named>
        form={form}
        name="unit"
        label={t('Unit')}
        path="/units"
        option={({ id, name }) => ({ value: id, label: name })}
      />
      <ChoiceField
        form={form}
        name="state"
        label={t('Where it stands today')}
        options={[
          { value: 'proposed', label: t('Proposed'), help: t('Approval comes next.') },
          { value: 'in-use', label: t('In use'), help: t('That nobody approved it yet stays visible.') },
        ]}
      />
      {form.values.state === 'in-use' && <DateField form={form} name="since" label={t('Since')} />}
    </Form>
  )
}
