import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { Form, TextareaField, useForm } from '../../ui/form.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { useSession } from '../../ui/session.ts'
import { VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import { type Statement, statementPath } from './words.ts'

/** What can be done with a version in its state. */
export function StatementMoves({ statement }: { statement: Statement }) {
  const { id, state, rows } = statement
  const { person } = useSession()
  const path = statementPath(id)
  const discard = useWrite({
    write: () => api.post(`${path}/discard`),
    done: () => ({ message: t('Draft discarded'), undo: () => api.post(`${path}/recover`) }),
  })
  const recover = useWrite({ write: () => api.post(`${path}/recover`), done: () => t('Draft taken up again') })
  if (state === 'discarded') {
    return (
      <>
        <VerbButton permission="controls:decide" pending={recover.isPending} onClick={() => recover.mutate()}>
          {t('Take up again')}
        </VerbButton>
        <ProblemAlert error={recover.error} />
      </>
    )
  }
  if (state !== 'draft') return null
  const open = rows.filter(({ standing }) => standing === 'undecided').length
  const cannot =
    open > 0 ? t('{count, plural, one {# row is} other {# rows are}} not decided yet.', { count: open }) : undefined
  const isAuthor = statement.authors.some((author) => author.id === person.id)
  return (
    <>
      <DialogButton
        look="primary"
        permission="controls:approve-statement"
        cannot={cannot}
        title={t('Approve the Statement of Applicability')}
        content={(close) => <ApproveForm path={path} isAuthor={isAuthor} close={close} />}
      >
        {t('Approve')}
      </DialogButton>
      <DialogButton
        permission="controls:decide"
        title={t('What is new in this version')}
        content={(close) => <SummaryForm statement={statement} close={close} />}
      >
        {t('Say what is new')}
      </DialogButton>
      <VerbButton
        look="quiet"
        permission="controls:decide"
        pending={discard.isPending}
        onClick={() => discard.mutate()}
      >
        {t('Discard draft')}
      </VerbButton>
      <ProblemAlert error={discard.error} />
    </>
  )
}

function ApproveForm({ path, isAuthor, close }: { path: string; isAuthor: boolean; close: () => void }) {
  const form = useForm({
    id: `${path}:approve`,
    initial: { note: '' },
    save: ({ note }) => api.post(`${path}/approve`, { note }),
    done: () => t('Approved; its files are being made'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Approve')} permission="controls:approve-statement">
      <p>
        {isAuthor
          ? t('You decided rows of it, so you approve it only where nobody else could; that is said on it.')
          : t('You approve it as designated management. It holds from now on and does not change any more.')}
      </p>
      <TextareaField form={form} name="note" label={t('Note')} />
    </Form>
  )
}

function SummaryForm({ statement, close }: { statement: Statement; close: () => void }) {
  const form = useForm({
    id: `statement:${statement.id}:summary`,
    initial: { summary: statement.summary },
    version: statement.version,
    save: ({ summary }, { version }) => api.patch(statementPath(statement.id), { summary }, { version }),
    current: async () => {
      const now = await api.get<Statement>(statementPath(statement.id))
      return { values: { summary: now.summary }, version: now.version }
    },
    done: () => t('Saved'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Save changes')} permission="controls:decide">
      <TextareaField form={form} name="summary" label={t('What is new')} help={t('Why this version was written.')} />
    </Form>
  )
}
