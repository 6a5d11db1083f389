import { saysNothing } from '@assay/server/rooms/controls/contract.ts'
import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { showDate } from '../../ui/dates.ts'
import { Form, TextareaField, TextField, useForm } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import { anchorOf } from './agreement.tsx'
import styles from './scope.module.css'
import { decisions, type Element, kinds, type Scope, suggested } from './words.ts'

type Decision = { decision: 'in' | 'undecided' } | { decision: 'out'; reason: string }

/** Units, sites, activities or roles, each in, out with a reason, or not decided. */
export function Elements({ kind, scope }: { kind: Element['kind']; scope: Scope }) {
  const words = kinds.find((one) => one.kind === kind)
  const elements = scope.elements.filter((one) => one.kind === kind)
  return (
    <Section title={words?.title ?? ''} {...(kind === 'activity' && { actions: <AddActivity scope={scope} /> })}>
      {elements.length === 0 && <p className={styles.muted}>{words?.empty}</p>}
      <ul className={styles.rows}>
        {elements.map((element) => (
          <Row key={element.ref} element={element} />
        ))}
      </ul>
    </Section>
  )
}

function Row({ element }: { element: Element }) {
  const decide = useWrite<Decision>({
    write: (decision) => write(element, decision),
    done: () => undoable(element, t('Decision saved')),
  })
  return (
    <li id={anchorOf(element.ref)}>
      <div>
        <strong>{element.kind === 'role' ? t(element.name) : element.name}</strong>{' '}
        <StateBadge {...decisions[element.decision]} />
        {element.gone && <p className={styles.muted}>{t('It is there no longer; open the question again.')}</p>}
        {element.reason && <p className={styles.words}>{element.reason}</p>}
        {element.decidedBy && element.decidedOn && (
          <p className={styles.muted}>
            {t('Decided by {name} on {day}', { name: element.decidedBy.name, day: showDate(element.decidedOn) })}
          </p>
        )}
      </div>
      <div className={styles.moves}>
        {element.decision !== 'in' && !element.gone && (
          <VerbButton
            permission="scope:decide"
            pending={decide.isPending}
            onClick={() => decide.mutate({ decision: 'in' })}
          >
            {t('Take in')}
          </VerbButton>
        )}
        {!element.gone && <LeaveOut element={element} />}
        {element.decision !== 'undecided' && (
          <VerbButton look="quiet" permission="scope:decide" onClick={() => decide.mutate({ decision: 'undecided' })}>
            {t('Open again')}
          </VerbButton>
        )}
        {element.kind === 'activity' && element.decision === 'undecided' && <Remove element={element} />}
        <ProblemAlert error={decide.error} />
      </div>
    </li>
  )
}

function write({ ref, version }: Pick<Element, 'ref' | 'version'>, decision: Decision): Promise<unknown> {
  return api.patch('/scope', { element: ref, ...decision }, { version })
}

/** Takes a decision back to what it was, at whatever version the element then has. */
function undoable(element: Element, message: string) {
  const { ref, reason } = element
  const before: Decision = element.decision === 'out' ? { decision: 'out', reason } : { decision: element.decision }
  const undo = async () => {
    const now = await api.get<Scope>('/scope')
    return await write({ ref, version: now.elements.find((one) => one.ref === ref)?.version ?? 0 }, before)
  }
  return { message, undo }
}

function LeaveOut({ element }: { element: Element }) {
  const out = element.decision === 'out'
  return (
    <DialogButton
      permission="scope:decide"
      title={t('Leave “{name}” out of scope', { name: element.name })}
      content={(close) => <LeaveOutForm element={element} close={close} />}
    >
      {out ? t('Change the reason') : t('Leave out with a reason')}
    </DialogButton>
  )
}

function LeaveOutForm({ element, close }: { element: Element; close: () => void }) {
  const form = useForm({
    id: `scope:${element.ref}:out`,
    initial: { reason: element.reason },
    check: ({ reason }): { reason?: string } =>
      saysNothing(reason) ? { reason: t('Say in a sentence why it is outside.') } : {},
    save: ({ reason }) => write(element, { decision: 'out', reason: reason.trim() }),
    done: () => undoable(element, t('Left out of scope')),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Leave out')} permission="scope:decide">
      <TextareaField
        form={form}
        name="reason"
        label={t('Reason')}
        help={t('It stands in the scope statement: why leaving it out hides nothing that matters.')}
        required
      />
    </Form>
  )
}

function AddActivity({ scope }: { scope: Scope }) {
  return (
    <DialogButton
      permission="scope:decide"
      title={t('Add an activity')}
      content={(close) => <ActivityForm scope={scope} close={close} />}
    >
      {t('Add an activity')}
    </DialogButton>
  )
}

function ActivityForm({ scope, close }: { scope: Scope; close: () => void }) {
  const form = useForm({
    id: 'scope:activity:new',
    initial: { name: suggested(scope.suggested[0] ?? '') },
    check: ({ name }): { name?: string } => (name.trim() === '' ? { name: t('Say what you do with AI.') } : {}),
    save: ({ name }) => api.post('/scope/activities', { name: name.trim() }),
    done: () => t('Activity added'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Add activity')} permission="scope:decide">
      <TextField
        form={form}
        name="name"
        label={t('Activity')}
        help={t('In words that fit into a sentence: “development of AI systems for credit decisions”.')}
        required
      />
    </Form>
  )
}

function Remove({ element }: { element: Element }) {
  const remove = useWrite({
    write: () => api.delete(`/scope/activities/${element.ref.slice('activity:'.length)}`),
    done: () => ({
      message: t('Activity removed'),
      undo: () => api.post('/scope/activities', { name: element.name }),
    }),
  })
  return (
    <>
      <VerbButton look="quiet" permission="scope:decide" pending={remove.isPending} onClick={() => remove.mutate()}>
        {t('Remove')}
      </VerbButton>
      <ProblemAlert error={remove.error} />
    </>
  )
}
