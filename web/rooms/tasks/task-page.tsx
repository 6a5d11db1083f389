import { t } from '../../messages/index.ts'
import { api, useRecord, useWrite } from '../../ui/api.ts'
import { Fact } from '../../ui/facts.tsx'
import { Form, ReferenceField, useForm } from '../../ui/form.tsx'
import { Markdown } from '../../ui/markdown.tsx'
import { useParameter } from '../../ui/navigation.ts'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { Record } from '../../ui/record.tsx'
import { ReferenceLink } from '../../ui/reference-link.tsx'
import { useNames, type NamedRecord } from '../../ui/references.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { activityPath } from '../audit-trail/activity-path.ts'
import { Comments } from '../comments/comments.tsx'
import { DialogButton } from '../dialog-button.tsx'
import { EvidencePanel } from '../evidence/evidence-panel.tsx'
import { ReasonButton } from '../reason-button.tsx'
import { TaskForm } from './task-form.tsx'
import styles from './tasks.module.css'
import { badgeOf, states, type Task } from './words.ts'

export default function TaskPage() {
  const id = useParameter('id')
  const { data: task, error } = useRecord<Task>(`/tasks/${id}`)
  const waits = task?.dependsOn.map((other) => `task:${other}`) ?? []
  const names = useNames([...waits, ...(task?.subject ? [task.subject] : [])])
  if (error) throw error
  if (!task) return null
  return (
    <Record
      title={task.title}
      kind={t('Task')}
      crumbs={[{ label: t('Tasks'), to: '/tasks' }]}
      state={<StateBadge {...badgeOf(task)} />}
      owner={task.owner?.name}
      dates={[
        { label: t('Due'), value: task.dueOn },
        ...(task.doneOn ? [{ label: t('Done on'), value: task.doneOn }] : []),
      ]}
      facts={
        task.subject && (
          <Fact label={t('About')}>
            <ReferenceLink reference={task.subject} names={names} />
          </Fact>
        )
      }
      actions={<Moves task={task} />}
      activity={activityPath('task', id)}
    >
      {task.reason && <p className={styles.note}>{t('Cancelled: {reason}', { reason: task.reason })}</p>}
      {task.detail && (
        <Section title={t('Details')}>
          <Markdown>{task.detail}</Markdown>
        </Section>
      )}
      <Dependencies task={task} names={names} />
      <EvidencePanel subject={`task:${id}`} />
      <Comments about={`task:${id}`} />
    </Record>
  )
}

function Moves({ task }: { task: Task }) {
  const { id, state, waitsForOpen, title } = task
  const complete = useWrite({
    write: () => api.post(`/tasks/${id}/complete`),
    done: () => ({ message: t('Task done'), undo: () => api.post(`/tasks/${id}/reopen`) }),
  })
  const reopen = useWrite({ write: () => api.post(`/tasks/${id}/reopen`), done: () => t('Task reopened') })
  if (state !== 'open') {
    return (
      <>
        <VerbButton permission="tasks:complete" pending={reopen.isPending} onClick={() => reopen.mutate(undefined)}>
          {t('Reopen')}
        </VerbButton>
        <ProblemAlert error={reopen.error} />
      </>
    )
  }
  const waits =
    waitsForOpen > 0
      ? t(
          '{count, plural, one {It waits for another task that is not done.} other {It waits for # other tasks that are not done.}}',
          {
            count: waitsForOpen,
          },
        )
      : undefined
  return (
    <>
      <VerbButton
        look="primary"
        permission="tasks:complete"
        cannot={waits}
        pending={complete.isPending}
        onClick={() => complete.mutate(undefined)}
      >
        {t('Mark as done')}
      </VerbButton>
      <DialogButton
        permission="tasks:edit"
        title={t('Change “{title}”', { title })}
        content={(close) => <TaskForm task={task} onSaved={close} />}
      >
        {t('Change')}
      </DialogButton>
      <ReasonButton
        id={`task:${id}:cancel`}
        look="quiet"
        permission="tasks:complete"
        title={t('Cancel “{title}”', { title })}
        help={t('Why it is no longer needed. It stays to be seen, and can be reopened.')}
        verb={t('Cancel task')}
        write={(reason) => api.post(`/tasks/${id}/cancel`, { reason })}
        done={() => ({ message: t('Task cancelled'), undo: () => api.post(`/tasks/${id}/reopen`) })}
      >
        {t('Cancel task')}
      </ReasonButton>
      <ProblemAlert error={complete.error} />
    </>
  )
}

function Dependencies({ task, names }: { task: Task; names: Map<string, NamedRecord> }) {
  return (
    <Section
      title={t('Waits for')}
      actions={
        <DialogButton
          permission="tasks:edit"
          cannot={task.state === 'open' ? undefined : t('Reopen the task first.')}
          title={t('Wait for another task')}
          content={(close) => <WaitForm task={task} close={close} />}
        >
          {t('Wait for another')}
        </DialogButton>
      }
    >
      {task.dependsOn.length === 0 ? (
        <p className={styles.muted}>{t('It can be done at once.')}</p>
      ) : (
        <ul className={styles.rows}>
          {task.dependsOn.map((other) => (
            <Dependency key={other} task={task} other={other} names={names} />
          ))}
        </ul>
      )}
    </Section>
  )
}

type DependencyProps = { task: Task; other: string; names: Map<string, NamedRecord> }

function Dependency({ task, other, names }: DependencyProps) {
  const reference = `task:${other}`
  const free = useWrite({
    write: () =>
      api.patch(
        `/tasks/${task.id}`,
        { dependsOn: task.dependsOn.filter((one) => one !== other) },
        { version: task.version },
      ),
    done: () => t('It no longer waits for that task'),
  })
  return (
    <li>
      <div>
        <ReferenceLink reference={reference} names={names} />
        <ProblemAlert error={free.error} />
      </div>
      <div className={styles.side}>
        <StateOf state={names.get(reference)?.state} />
        <VerbButton
          look="quiet"
          permission="tasks:edit"
          pending={free.isPending}
          onClick={() => free.mutate(undefined)}
        >
          {t('Do not wait for it')}
        </VerbButton>
      </div>
    </li>
  )
}

function StateOf({ state }: { state: string | undefined }) {
  return state === 'open' || state === 'done' || state === 'cancelled' ? <StateBadge {...states[state]} /> : null
}

function WaitForm({ task, close }: { task: Task; close: () => void }) {
  const form = useForm({
    id: `task:${task.id}:wait`,
    initial: { other: '' },
    check: ({ other }): { other?: string } => (other === '' ? { other: t('Choose a task.') } : {}),
    save: ({ other }) =>
      api.patch(`/tasks/${task.id}`, { dependsOn: [...task.dependsOn, other] }, { version: task.version }),
    done: () => t('It waits for that task now'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Wait for it')} permission="tasks:edit">
      <ReferenceField<{ other: string }, Task>
        form={form}
        name="other"
        label={t('Task')}
        path="/tasks"
        query={{ state: 'open' }}
        option={({ id, title }) => ({ value: id, label: title })}
        required
      />
    </Form>
  )
}
