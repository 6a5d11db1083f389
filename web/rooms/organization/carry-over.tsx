import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { Form, ReferenceField, TextField, useForm } from '../../ui/form.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import type { RequirementView } from './words.ts'

type Made = { id: string }
type Carried = Pick<RequirementView, 'id' | 'statement' | 'standsAs'>

/** Takes a requirement over into the registers: as an obligation in one step, as a risk once it has a name. */
export function CarryOver({ requirement }: { requirement: Carried }) {
  const { id, standsAs } = requirement
  const stands = (kind: string) => standsAs.some((subject) => subject.startsWith(`${kind}:`))
  const carry = useWrite<void, Made>({
    write: () => api.post<Made>('/obligations/from-requirement', { requirement: id }),
    done: (made) => ({
      message: t('It stands in the register of obligations now'),
      undo: () => api.post(`/obligations/${made.id}/from-requirement/undo`),
    }),
  })
  return (
    <>
      {!stands('obligation') && (
        <VerbButton permission="obligations:edit" pending={carry.isPending} onClick={() => carry.mutate()}>
          {t('Carry over as an obligation')}
        </VerbButton>
      )}
      {!stands('risk') && (
        <DialogButton
          look="quiet"
          permission="risks:edit"
          title={t('Carry over as a risk')}
          content={(close) => <RiskForm requirement={requirement} close={close} />}
        >
          {t('Carry over as a risk')}
        </DialogButton>
      )}
      <ProblemAlert error={carry.error} />
    </>
  )
}

function RiskForm({ requirement: { id, statement }, close }: { requirement: Carried; close: () => void }) {
  const carry = useWrite<string, Made>({
    write: (title) => api.post<Made>('/risks/from-requirement', { requirement: id, title }),
    done: (made) => ({
      message: t('It stands in the register of risks now'),
      undo: () => api.post(`/risks/${made.id}/from-requirement/undo`),
    }),
    onDone: close,
  })
  const form = useForm({
    id: `party-requirement:${id}:risk`,
    initial: { title: t('Not met: {statement}', { statement }).slice(0, 200) },
    check: ({ title }): { title?: string } =>
      title.trim() === '' ? { title: t('Say in a few words what could happen.') } : {},
    save: ({ title }) => carry.mutateAsync(title),
  })
  return (
    <Form form={form} submit={t('Carry over as a risk')} permission="risks:edit">
      <TextField
        form={form}
        name="title"
        label={t('Name of the risk')}
        help={t('What could happen; the party and its requirement become its source.')}
        required
      />
    </Form>
  )
}

type Named = { obligation: string; risk: string }
type Titled = { id: string; title: string }

/** What stands in one of the two registers already: an obligation, or a risk. */
export function NameRecordForm({ id, close }: { id: string; close: () => void }) {
  const form = useForm<Named>({
    id: `party-requirement:${id}:stands-as`,
    initial: { obligation: '', risk: '' },
    check: ({ obligation, risk }): Partial<Named> =>
      obligation === '' && risk === '' ? { obligation: t('Choose an obligation or a risk.') } : {},
    save: async ({ obligation, risk }) => {
      const subjects = [...(obligation ? [`obligation:${obligation}`] : []), ...(risk ? [`risk:${risk}`] : [])]
      for (const subject of subjects) await api.post(`/party-requirements/${id}/stands-as`, { subject })
    },
    done: () => t('Record named'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Name it')} permission="context:edit">
      <ReferenceField<Named, Titled>
        form={form}
        name="obligation"
        label={t('Obligation')}
        path="/obligations"
        option={({ id: value, title }) => ({ value, label: title })}
      />
      <ReferenceField<Named, Titled>
        form={form}
        name="risk"
        label={t('Risk')}
        path="/risks"
        option={({ id: value, title }) => ({ value, label: title })}
      />
    </Form>
  )
}
