import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { useSession } from '../../ui/session.ts'
import { VerbButton } from '../../ui/verb-button.tsx'
import { useCannotGrant } from './role-table.ts'
import styles from './settings.module.css'
import type { PersonView } from './words.ts'

/** Ending a place, giving it back, and erasing name and address: each says what stays. */
export function PersonMoves({ person }: { person: PersonView }) {
  const { person: me } = useSession()
  const cannotGrant = useCannotGrant()
  const beyond = person.roles.some(({ role }) => cannotGrant(role) !== undefined)
    ? t('This person may do more than you. Ask an owner.')
    : undefined
  const to = (verb: 'disable' | 'enable' | 'erase') => api.post(`/people/${person.id}/${verb}`)
  const end = useWrite({
    write: () => to('disable'),
    done: () => ({ message: t('Place ended'), undo: () => to('enable') }),
  })
  const giveBack = useWrite({ write: () => to('enable'), done: () => t('Place given back') })
  const erase = useWrite({ write: () => to('erase'), done: () => t('Name and address erased') })
  if (person.state === 'erased') {
    return (
      <Section title={t('Erased')}>
        <p>
          {t(
            'Name and address are gone from the record and its history. What this person did stays, under an opaque id.',
          )}
        </p>
      </Section>
    )
  }
  return (
    <Section title={t('Place in the organisation')}>
      <ProblemAlert error={end.error ?? giveBack.error ?? erase.error} />
      <div className={styles.moves}>
        {person.state === 'active' ? (
          <VerbButton
            permission="people:disable"
            cannot={person.id === me.id ? t('You cannot end your own place. Ask another owner or manager.') : beyond}
            pending={end.isPending}
            onClick={() => end.mutate()}
            confirm={{
              title: t('End the place of {name}?', { name: person.name }),
              body: t('Their sessions see nothing from now on. What they did stays. The place can be given back.'),
              verb: t('End place'),
            }}
          >
            {t('End place')}
          </VerbButton>
        ) : (
          <VerbButton
            permission="people:disable"
            cannot={beyond}
            pending={giveBack.isPending}
            onClick={() => giveBack.mutate()}
          >
            {t('Give the place back')}
          </VerbButton>
        )}
        <VerbButton
          look="danger"
          permission="people:erase"
          cannot={
            person.state === 'active'
              ? t('End this person’s place first, then erase their name and address.')
              : undefined
          }
          pending={erase.isPending}
          onClick={() => erase.mutate()}
          confirm={{
            title: t('Erase name and address of {name}?', { name: person.name }),
            body: t(
              'Both are removed from the record and from every earlier version of it, for good. The log still proves that an opaque person did what they did.',
            ),
            verb: t('Erase for good'),
            danger: true,
          }}
        >
          {t('Erase name and address')}
        </VerbButton>
      </div>
    </Section>
  )
}
