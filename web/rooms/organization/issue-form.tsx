import { saysWhyNot } from '@assay/server/rooms/organization/model.ts'
import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { ChoiceField, Form, SelectField, TextareaField, useForm } from '../../ui/form.tsx'
import { useAddress, useGo } from '../../ui/navigation.ts'
import { issueKinds, optionsOf, topics, type IssueView } from './words.ts'

type Values = { kind: string; topic: string; statement: string; effect: string; relevant: string }

/** The same form for a new issue and for changing one. `?topic=` chooses the topic beforehand. */
export function IssueForm({ issue, onSaved }: { issue?: IssueView; onSaved?: () => void }) {
  const go = useGo()
  const [address] = useAddress()
  const topic = address['topic'] ?? ''
  const form = useForm<Values, { id: string }>({
    id: `context-issue:${issue?.id ?? `new:${topic}`}`,
    initial: issue
      ? valuesOf(issue)
      : { kind: topic === 'climate' ? 'external' : '', topic, statement: '', effect: '', relevant: 'yes' },
    ...(issue && { version: issue.version }),
    check: (values) => ({
      ...(values.statement.trim() === '' && { statement: t('Say in a sentence what the issue is.') }),
      ...(values.kind === '' && { kind: t('Say whether it lies inside or outside.') }),
      ...(values.topic === '' && { topic: t('Choose a topic.') }),
      ...(!saysWhyNot({ relevant: values.relevant === 'yes', effect: values.effect }) && {
        effect: t('Say why this does not matter here.'),
      }),
    }),
    save: (values, { version, changed }) =>
      issue
        ? api.patch(`/context-issues/${issue.id}`, bodyOf(changed), { version })
        : api.post('/context-issues', bodyOf(values)),
    current: async () => {
      const now = await api.get<IssueView>(`/context-issues/${issue?.id}`)
      return { values: valuesOf(now), version: now.version }
    },
    done: () => t('Issue saved'),
    onSaved: ({ id }) => (onSaved ? onSaved() : go(`/context-issues/${id}`)),
  })
  return (
    <Form
      form={form}
      submit={issue ? t('Save changes') : t('Record issue')}
      permission="context:edit"
      {...(!issue && { cancel: '/context-issues' })}
    >
      <TextareaField
        form={form}
        name="statement"
        label={t('Issue')}
        help={t('One issue in one or two sentences, such as “The EU AI Act classes our hiring tool as high-risk”.')}
        required
      />
      <ChoiceField form={form} name="kind" label={t('Where it lies')} options={optionsOf(issueKinds)} required />
      <SelectField form={form} name="topic" label={t('Topic')} options={optionsOf(topics)} required />
      <TextareaField
        form={form}
        name="effect"
        label={t('Effect')}
        help={t('How it helps or hinders what the AI management system is to reach.')}
      />
      <ChoiceField
        form={form}
        name="relevant"
        label={t('Relevant to the AI management system')}
        options={[
          { value: 'yes', label: t('Yes') },
          {
            value: 'no',
            label: t('No'),
            help: t('The question was asked and the answer is no. Say why under effect.'),
          },
        ]}
      />
    </Form>
  )
}

function valuesOf({ kind, topic, statement, effect, relevant }: IssueView): Values {
  return { kind, topic, statement, effect, relevant: relevant ? 'yes' : 'no' }
}

function bodyOf({ relevant, ...values }: Partial<Values>) {
  return { ...values, ...(relevant !== undefined && { relevant: relevant === 'yes' }) }
}
