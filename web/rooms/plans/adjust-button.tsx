import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { DateField, Form, ReferenceField, useForm } from '../../ui/form.tsx'
import { DialogButton } from '../dialog-button.tsx'
import type { Plan, Request, Stretch } from './plan.ts'

type Values = { owner: string; start: string; due: string; doneOn: string }
type Change = Request['changes'][string]
type PersonView = { id: string; name: string }

export type AdjustProps = { plan: Plan; it: Stretch }

/** Says something about one task of a draft: who owns it, when it begins or ends, that it is done already. */
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
    },
    version: plan.version,
    save: (values) => {
      const { [it.key]: _before, ...others } = plan.request.changes
      const change = changeOf(values, said)
      const changes = Object.keys(change).length > 0 ? { ...others, [it.key]: change } : others
      const released = moved && values.due === '' ? [...plan.released, it.key] : plan.released
      const owner = values.owner === '' ? null : values.owner
      const edit = { request: { ...plan.request, changes }, release: released, owners: { [it.key]: owner } }
      return api.patch(`/plans/${plan.id}`, edit, { version: plan.version })
    },
    done: () => t('Adjusted and recalculated'),
    onSaved: close,
  })
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

/** What is said now; dependencies that were said before stay. */
function changeOf({ start, due, doneOn }: Values, said: Change): Change {
  const kept = {
    ...(said.dependsOn && { dependsOn: said.dependsOn }),
    ...(said.startedOn && { startedOn: said.startedOn }),
  }
  if (doneOn !== '') {
    const startedOn = said.done?.startedOn
    return { ...kept, done: { on: doneOn, ...(startedOn && { startedOn }) } }
  }
  const pin = { ...(start !== '' && { start }), ...(due !== '' && { due }) }
  return { ...kept, ...(Object.keys(pin).length > 0 && { pin }) }
}
