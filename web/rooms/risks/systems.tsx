import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { Form, ReferenceField, useForm } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import styles from './risks.module.css'
import type { RiskDetail } from './words.ts'

/** The AI systems that a risk comes from; without any it is the organisation's. */
export function Systems({ risk }: { risk: RiskDetail }) {
  const fixed = risk.state === 'accepted' || risk.state === 'closed'
  const cannot = fixed ? t('Open the risk again first: what was accepted does not change.') : undefined
  const save = (systems: string[]) => api.patch(`/risks/${risk.id}`, { systems }, { version: risk.version })
  const ids = risk.systems.map(({ id }) => id)
  const remove = useWrite<string>({
    write: (gone) => save(ids.filter((id) => id !== gone)),
    done: () => t('AI system unlinked'),
  })
  return (
    <Section
      title={t('AI systems')}
      actions={
        <DialogButton
          permission="risks:edit"
          cannot={cannot}
          title={t('Link an AI system')}
          content={(close) => <LinkSystem risk={risk} save={(id) => save([...ids, id])} close={close} />}
        >
          {t('Link an AI system')}
        </DialogButton>
      }
    >
      <ProblemAlert error={remove.error} />
      {risk.systems.length === 0 && <p className={styles.muted}>{t('It is a risk of the whole organisation.')}</p>}
      <ul className={styles.rows}>
        {risk.systems.map(({ id, name }) => (
          <li key={id}>
            <Link to={`/ai-systems/${id}`}>{name}</Link>
            <VerbButton look="quiet" permission="risks:edit" cannot={cannot} onClick={() => remove.mutate(id)}>
              {t('Unlink {name}', { name })}
            </VerbButton>
          </li>
        ))}
      </ul>
    </Section>
  )
}

type LinkProps = { risk: RiskDetail; save: (id: string) => Promise<unknown>; close: () => void }

function LinkSystem({ risk, save, close }: LinkProps) {
  const form = useForm<{ system: string }>({
    id: `risk:${risk.id}:link`,
    initial: { system: '' },
    check: ({ system }): { system?: string } => (system === '' ? { system: t('Choose an AI system.') } : {}),
    save: ({ system }) => save(system),
    done: () => t('AI system linked'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Link AI system')} permission="risks:edit">
      <ReferenceField<{ system: string }, { id: string; name: string }>
        form={form}
        name="system"
        label={t('AI system')}
        path="/ai-systems"
        option={({ id, name }) => ({ value: id, label: name })}
        required
      />
    </Form>
  )
}
