import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { CheckboxField, DateField, Form, ReferenceField, TextField, useForm } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import { MeasureList } from './measure-list.tsx'
import type { Assessment } from './words.ts'

const permission = 'impact-assessments:write'

/** Measures while it is being written: each is a task of somebody by a day. */
export function Measures({ assessment }: { assessment: Assessment }) {
  const { id, measures } = assessment
  const add = (
    <DialogButton
      permission={permission}
      title={t('Add a measure')}
      content={(close) => <MeasureForm id={id} close={close} />}
    >
      {t('Add a measure')}
    </DialogButton>
  )
  return (
    <Section title={t('Measures')} actions={add}>
      <MeasureList
        measures={measures}
        action={({ id: measure, title }) => <Remove id={id} measure={measure} title={title} />}
      />
    </Section>
  )
}

function Remove({ id, measure, title }: { id: string; measure: string; title: string }) {
  const remove = useWrite({
    write: () => api.delete(`/impact-assessments/${id}/measures/${measure}`),
    done: () => t('Measure taken out'),
  })
  return (
    <>
      <VerbButton
        look="quiet"
        permission={permission}
        pending={remove.isPending}
        confirm={{
          title: t('Take out {title}?', { title }),
          body: t('Its task is cancelled, unless an earlier edition rests on it too.'),
          verb: t('Take it out'),
        }}
        onClick={() => remove.mutate()}
      >
        {t('Take out')}
      </VerbButton>
      <ProblemAlert error={remove.error} />
    </>
  )
}

type Values = { title: string; owner: string; dueOn: string; condition: boolean }

function MeasureForm({ id, close }: { id: string; close: () => void }) {
  const form = useForm<Values>({
    id: `impact-measure:${id}`,
    initial: { title: '', owner: '', dueOn: '', condition: false },
    check: ({ title, owner, dueOn }) => ({
      ...(title.trim() === '' && { title: t('Say what is done.') }),
      ...(owner === '' && { owner: t('Say who does it.') }),
      ...(dueOn === '' && { dueOn: t('Say by when.') }),
    }),
    save: (values) => api.post(`/impact-assessments/${id}/measures`, values),
    done: () => t('Measure added as a task'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Add the measure')} permission={permission}>
      <TextField form={form} name="title" label={t('What is done')} required />
      <ReferenceField<Values, { id: string; name: string }>
        form={form}
        name="owner"
        label={t('Who does it')}
        path="/people"
        option={({ id: person, name }) => ({ value: person, label: name })}
        required
      />
      <DateField form={form} name="dueOn" label={t('By when')} required />
      <CheckboxField
        form={form}
        name="condition"
        label={t('The go-ahead hangs on it')}
        help={t('It is met when its task is done.')}
      />
    </Form>
  )
}
