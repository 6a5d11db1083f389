import { saysNothing } from '@assay/server/rooms/controls/contract.ts'
import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { ChoiceField, Form, ReferenceField, TextareaField, useForm } from '../../ui/form.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import styles from './controls.module.css'
import { obligationsOf, reasonKinds, type RowDetail, rowPath, type Statement } from './words.ts'

type DecideProps = { statement: Statement; row: RowDetail }

/** Includes a row for a reason, adds one, excludes it, or leaves it open again. Only a draft is decided. */
export function Decide({ statement, row }: DecideProps) {
  const decide = useDecide({ statement, row })
  if (statement.state !== 'draft') return null
  const named =
    row.risks.length > 0
      ? t('Open risks name it. Treat or close them first, or include it: {names}.', {
          names: row.risks.map(({ name }) => name).join(', '),
        })
      : undefined
  const included = row.decision === 'included'
  return (
    <div className={styles.decide}>
      <DialogButton
        look="primary"
        permission="controls:decide"
        title={t('Include {ref}', { ref: row.requirement.ref })}
        content={(close) => <IncludeForm statement={statement} row={row} close={close} />}
      >
        {included ? t('Add a reason') : t('Include with a reason')}
      </DialogButton>
      <DialogButton
        permission="controls:decide"
        cannot={named}
        title={t('Exclude {ref}', { ref: row.requirement.ref })}
        content={(close) => <ExcludeForm statement={statement} row={row} close={close} />}
      >
        {row.decision === 'excluded' ? t('Change the reason') : t('Exclude with a reason')}
      </DialogButton>
      {row.decision !== 'undecided' && (
        <VerbButton
          look="quiet"
          permission="controls:decide"
          pending={decide.isPending}
          onClick={() => decide.mutate({ decision: 'undecided' })}
        >
          {t('Leave it open again')}
        </VerbButton>
      )}
      {!row.annexA && <RemoveRow statement={statement} row={row} />}
      <ProblemAlert error={decide.error} />
    </div>
  )
}

type Body =
  | { decision: 'undecided' }
  | { decision: 'included'; reasons: Given[] }
  | { decision: 'excluded'; reason: string }

type Given = Omit<RowDetail['reasons'][number], 'name' | 'holds'>

/** Reasons as they are written: what a record is called, the server keeps. */
function given(reasons: RowDetail['reasons']): Given[] {
  return reasons.map(({ kind, ref, words }) => ({ kind, ref, words }))
}

function useDecide({ statement, row }: DecideProps) {
  const write = (body: Body) => decideRow({ statement, row }, body)
  return useWrite<Body>({ write, done: () => undoable({ statement, row }, t('Decision saved')) })
}

function decideRow({ statement, row }: DecideProps, body: Body): Promise<unknown> {
  return api.patch(rowPath(statement.id, row.id), body, { version: row.version })
}

/** Takes a decision back to what it was, at whatever version the row then has. */
function undoable({ statement, row }: DecideProps, message: string) {
  const before: Body =
    row.decision === 'included'
      ? { decision: 'included', reasons: given(row.reasons) }
      : row.decision === 'excluded'
        ? { decision: 'excluded', reason: row.exclusion ?? '' }
        : { decision: 'undecided' }
  const undo = async () => {
    const path = rowPath(statement.id, row.id)
    const { version } = await api.get<RowDetail>(path)
    return await api.patch(path, before, { version })
  }
  return { message, undo }
}

type FormProps = DecideProps & { close: () => void }
type Include = { kind: string; risk: string; obligation: string; words: string }

function IncludeForm({ statement, row, close }: FormProps) {
  const [first] = row.risks
  const form = useForm<Include>({
    id: `soa:${row.id}:include`,
    initial: {
      kind: first ? 'risk' : 'law',
      risk: first ? first.ref.slice('risk:'.length) : '',
      obligation: '',
      words: '',
    },
    check: ({ kind, risk, obligation, words }) => ({
      ...(kind === 'risk' && risk === '' && { risk: t('Choose the risk from the register.') }),
      ...(kind in obligationsOf && obligation === '' && { obligation: t('Choose the obligation from the register.') }),
      ...(saysNothing(words) && { words: t('Say in a sentence what it is for.') }),
    }),
    save: (values) =>
      decideRow(
        { statement, row },
        {
          decision: 'included',
          reasons: [
            ...given(row.reasons),
            { kind: asKind(values.kind), ref: refOf(values), words: values.words.trim() },
          ],
        },
      ),
    done: () => undoable({ statement, row }, t('Included')),
    onSaved: close,
  })
  const { kind } = form.values
  const asked = kind === 'law' || kind === 'contract' ? obligationsOf[kind] : undefined
  return (
    <Form form={form} submit={t('Include')} permission="controls:decide">
      <ChoiceField
        form={form}
        name="kind"
        label={t('What asks for it')}
        options={Object.entries(reasonKinds).map(([value, label]) => ({ value, label }))}
      />
      {form.values.kind === 'risk' && (
        <ReferenceField<Include, { id: string; title: string }>
          form={form}
          name="risk"
          label={t('Risk')}
          path="/risks"
          option={({ id, title }) => ({ value: id, label: title })}
          chosen={first ? { value: first.ref.slice('risk:'.length), label: first.name } : undefined}
          required
        />
      )}
      {asked && (
        <ReferenceField<Include, { id: string; title: string; article: string; source: string }>
          key={form.values.kind}
          form={form}
          name="obligation"
          label={t('Obligation')}
          help={t('From the register of obligations. What is not there is recorded there first.')}
          path="/obligations"
          query={{ sourceKind: asked, state: 'identified,applies,being-fulfilled,reviewed' }}
          option={({ id, title, article, source }) => ({
            value: id,
            label: [title, article, source].filter(Boolean).join(' · '),
          })}
          required
        />
      )}
      <TextareaField
        form={form}
        name="words"
        label={t('Reason')}
        help={t('Which risk it lowers, or which law, contract or objective asks for it, in a sentence.')}
        required
      />
    </Form>
  )
}

function refOf({ kind, risk, obligation }: Include): string | null {
  if (kind === 'risk') return `risk:${risk}`
  return kind in obligationsOf ? `obligation:${obligation}` : null
}

function asKind(text: string): RowDetail['reasons'][number]['kind'] {
  return text === 'risk' || text === 'contract' || text === 'objective' ? text : 'law'
}

function ExcludeForm({ statement, row, close }: FormProps) {
  const form = useForm({
    id: `soa:${row.id}:exclude`,
    initial: { reason: row.exclusion ?? '' },
    check: ({ reason }): { reason?: string } =>
      saysNothing(reason)
        ? { reason: t('Say in a sentence why the risks do not call for it, or which outside demand does not apply.') }
        : {},
    save: ({ reason }) => decideRow({ statement, row }, { decision: 'excluded', reason: reason.trim() }),
    done: () => undoable({ statement, row }, t('Excluded')),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Exclude')} permission="controls:decide">
      <TextareaField
        form={form}
        name="reason"
        label={t('Reason')}
        help={t('For example: “We build no models of our own; each is bought and used as delivered.”')}
        required
      />
    </Form>
  )
}

function RemoveRow({ statement, row }: DecideProps) {
  const remove = useWrite({
    write: () => api.delete(rowPath(statement.id, row.id)),
    done: () => t('Row removed'),
    onDone: () => window.history.back(),
  })
  return (
    <>
      <VerbButton
        look="quiet"
        permission="controls:decide"
        confirm={{
          title: t('Take {ref} out of this version?', { ref: row.requirement.ref }),
          body: t('It stands beyond Annex A, so it may be left out. History keeps it.'),
          verb: t('Take out'),
          danger: true,
        }}
        onClick={() => remove.mutate()}
      >
        {t('Take the row out')}
      </VerbButton>
      <ProblemAlert error={remove.error} />
    </>
  )
}
