import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { Form, ReferenceField, useForm } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import styles from './obligations.module.css'
import type { Obligation } from './words.ts'

const permission = 'obligations:edit'

/** The AI systems that an obligation applies to; without any it applies to the organisation as a whole. */
export function AppliesTo({ it }: { it: Obligation }) {
  const path = `/obligations/${it.id}`
  const ids = it.systems.map(({ id }) => id)
  const remove = useWrite<string>({
    write: (gone) => api.patch(path, { systems: ids.filter((id) => id !== gone) }, { version: it.version }),
    done: () => ({ message: t('AI system taken out'), undo: () => putBack(path, ids) }),
  })
  return (
    <Section
      title={t('Applies to')}
      actions={
        <DialogButton
          permission={permission}
          title={t('Add an AI system that it applies to')}
          content={(close) => <AddSystem it={it} close={close} />}
        >
          {t('Add an AI system')}
        </DialogButton>
      }
    >
      {it.systems.length === 0 && <p className={styles.muted}>{t('It applies to the organisation as a whole.')}</p>}
      <ul className={styles.rows}>
        {it.systems.map(({ id, name }) => (
          <li key={id}>
            <Link to={`/ai-systems/${id}?tab=ai-act`}>{name}</Link>
            <VerbButton
              look="quiet"
              size="sm"
              permission={permission}
              pending={remove.isPending}
              onClick={() => remove.mutate(id)}
            >
              {t('Take out {name}', { name })}
            </VerbButton>
          </li>
        ))}
      </ul>
      <ProblemAlert error={remove.error} />
    </Section>
  )
}

async function putBack(path: string, systems: string[]): Promise<unknown> {
  const { version } = await api.get<Obligation>(path)
  return await api.patch(path, { systems }, { version })
}

function AddSystem({ it: { id, version, systems }, close }: { it: Obligation; close: () => void }) {
  const form = useForm<{ system: string }>({
    id: `obligation:${id}:system`,
    initial: { system: '' },
    check: ({ system }): { system?: string } => (system === '' ? { system: t('Choose an AI system.') } : {}),
    save: ({ system }) => {
      const known = systems.map((one) => one.id)
      return api.patch(`/obligations/${id}`, { systems: [...new Set([...known, system])] }, { version })
    },
    done: () => t('AI system added'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Add it')} permission={permission}>
      <ReferenceField<{ system: string }, { id: string; name: string }>
        form={form}
        name="system"
        label={t('AI system')}
        path="/ai-systems"
        option={({ id: value, name }) => ({ value, label: name })}
        required
      />
    </Form>
  )
}
