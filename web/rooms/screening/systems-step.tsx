import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../messages/index.ts'
import { useList } from '../../ui/api.ts'
import { VerbButton } from '../../ui/verb-button.tsx'
import type { Shown } from './answers.ts'
import styles from './question.module.css'

type Registered = { id: string; name: string }
const offered = 100

/** Which AI systems are screened one by one: those of the register, and others by name. */
export function SystemsStep({ draft, disabled, add }: Shown) {
  const [name, setName] = useState('')
  const systems = draft.systems ?? []
  const register = useList<Registered>('/ai-systems', { limit: offered, sort: 'name' }).data
  const missing = (register?.items ?? []).filter(({ id }) => !systems.some((system) => system.id === id))
  const addByName = () => {
    add({ kind: 'add-system', id: crypto.randomUUID(), name: name.trim() })
    setName('')
  }
  return (
    <>
      <p>
        {t(
          'The organisation is judged as a whole. Each AI system named here gets a result of its own, so that you see which of them calls for certification. You can go on without any.',
        )}
      </p>
      {systems.length > 0 && (
        <ul className={styles.systems} aria-label={t('AI systems in this screening')}>
          {systems.map((system) => (
            <li key={system.id}>
              <strong>{system.name ?? t('Unnamed system')}</strong>
              {!disabled && (
                <VerbButton
                  look="quiet"
                  permission="screening:answer"
                  onClick={() => add({ kind: 'remove-system', id: system.id })}
                  confirm={{
                    title: t('Leave {name} out of this screening?', { name: system.name ?? t('Unnamed system') }),
                    body: t('Its answers are taken out of this screening. The register keeps the system.'),
                    verb: t('Leave it out'),
                  }}
                >
                  {t('Leave out')}
                </VerbButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {!disabled && missing.length > 0 && (
        <>
          <h3>{t('In the register and not in this screening')}</h3>
          <ul className={styles.systems}>
            {missing.map((system) => (
              <li key={system.id}>
                {system.name}
                <VerbButton
                  permission="screening:answer"
                  onClick={() => add({ kind: 'add-system', id: system.id, name: system.name })}
                >
                  {t('Screen it too')}
                </VerbButton>
              </li>
            ))}
          </ul>
        </>
      )}
      {!disabled && (
        <form
          className={styles.add}
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim() !== '') addByName()
          }}
        >
          <TextInput
            label={t('Another system, by its name')}
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <VerbButton
            type="submit"
            permission="screening:answer"
            cannot={name.trim() === '' ? t('Type the name of the system first.') : undefined}
            onClick={() => undefined}
          >
            {t('Add system')}
          </VerbButton>
        </form>
      )}
    </>
  )
}
