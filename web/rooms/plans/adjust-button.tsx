import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { CheckboxField, DateField, Form, MultiSelectField, ReferenceField, useForm } from '../../ui/form.tsx'
import { DialogButton } from '../dialog-button.tsx'
import { dependencyChange, type Plan, type Request, type Stretch } from './plan.ts'

type Values = { owner: string; start: string; due: string; doneOn: string; after: string[]; asRules: boolean }
type Change = Request['changes'][string]
type PersonView = { id: string; name: string }

export type AdjustProps = { plan: Plan; it: Stretch }

/** Says something about one task of a draft: who owns it, when it begins or ends, what it waits for, that it is done already. */
export function AdjustButton({ plan, it }: AdjustProps) {
  return (
    <DialogButton
      size="sm"
      look="quiet"
      permission="plans:edit"
      cannot={it.task?.state === 'done' ? t('It is done. Reopen its task to change that.') : undefined}
      title={t('Adjust “{title}”', { title: it.title })}
      content={(close) => <AdjustForm plan={plan} it={it} close={close} />}
    >
      {t('Adjust')}
    </DialogButton>
  )
}

function AdjustForm({ plan, it, close }: AdjustProps & { close: () => void }) {
  const said: Change = plan.request.changes[it.key] ?? {}
  // A date that somebody moved on the task is held to as if it had been said here.
  const moved = plan.observed[it.key]?.pin
  const form = useForm<Values>({
    id: `plan:${plan.id}:${it.key}`,
    initial: {
      owner: it.person?.id ?? '',
      start: said.pin?.start ?? '',
      due: said.pin?.due ?? moved?.due ?? '',
      doneOn: said.done?.on ?? '',
      after: it.dependsOn,
      asRules: false,
    },
    version: plan.version,
    save: (values) => {
      const { [it.key]: _before, ...others } = plan.request.changes
      const change = { ...changeOf(values, said), ...dependencyChange(values, it.dependsOn, said.dependsOn) }
      const changes = Object.keys(change).length > 0 ? { ...others, [it.key]: change } : others
      const released = moved && values.due === '' ? [...plan.released, it.key] : plan.released
      const owner = values.owner === '' ? null : values.owner
      const edit = { request: { ...plan.request, changes }, release: released, owners: { [it.key]: owner } }
      return api.patch(`/plans/${plan.id}`, edit, { version: plan.version })
    },
    done: () => t('Adjusted and recalculated'),
    onSaved: close,
  })
  const others = plan.plan.tasks
    .filter(({ key }) => key !== it.key)
    .map(({ key, title }) => ({ value: key, label: title }))
  return (
    <Form form={form} submit={t('Adjust and recalculate')} permission="plans:edit">
      <ReferenceField<Values, PersonView>
        form={form}
        name="owner"
        label={t('Owner')}
        path="/people"
        query={{ state: 'active' }}
        option={({ id, name }) => ({ value: id, label: name })}
        chosen={it.person ? { value: it.person.id, label: it.person.name } : undefined}
      />
      <DateField
        form={form}
        name="start"
        label={t('Begins on')}
        help={t('Leave it empty to begin as early as what it waits for allows.')}
      />
      <DateField
        form={form}
        name="due"
        label={t('Ends on')}
        help={t('A working day. It is held to, or refused with the earliest that can be.')}
      />
      <MultiSelectField
        form={form}
        name="after"
        label={t('Waits for')}
        help={t('The tasks that have to be done before it begins. Leave it as it is to follow the rules.')}
        options={others}
      />
      {said.dependsOn && (
        <CheckboxField
          form={form}
          name="asRules"
          label={t('Let it wait for what the rules say instead')}
          help={t('Takes back what a person said about it.')}
        />
      )}
      <DateField
        form={form}
        name="doneOn"
        label={t('Done already on')}
        help={t('For what was finished before this plan. Later, completing its task says so.')}
        max={plan.calculatedOn}
      />
    </Form>
  )
}

/** What is said now of its days; that it was begun stays. */
function changeOf({ start, due, doneOn }: Values, said: Change): Change {
  const kept = { ...(said.startedOn && { startedOn: said.startedOn }) }
  if (doneOn !== '') {
    const startedOn = said.done?.startedOn
    return { ...kept, done: { on: doneOn, ...(startedOn && { startedOn }) } }
  }
  const pin = { ...(start !== '' && { start }), ...(due !== '' && { due }) }
  return { ...kept, ...(Object.keys(pin).length > 0 && { pin }) }
}
