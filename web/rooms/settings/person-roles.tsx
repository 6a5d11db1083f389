import { useState } from 'react'
import { t } from '../../messages/index.ts'
import { api, useList, useWrite } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import { useCannotGrant } from './role-table.ts'
import { RolesField, type ChosenRoles } from './roles-field.tsx'
import styles from './settings.module.css'
import { roles as words, type PersonView } from './words.ts'

/** The roles a person holds, and the dialog that sets them. */
export function PersonRoles({ person }: { person: PersonView }) {
  return (
    <Section
      title={t('Roles')}
      lead={t('What a role may do is the same for everybody who holds it.')}
      actions={
        <DialogButton
          permission="people:assign-roles"
          title={t('Roles of {name}', { name: person.name })}
          content={(close) => <RolesForm person={person} close={close} />}
        >
          {t('Set roles')}
        </DialogButton>
      }
    >
      {person.roles.length === 0 ? (
        <p className={styles.muted}>{t('No role: this person sees nothing here.')}</p>
      ) : (
        <ul className={styles.rows}>
          {person.roles.map(({ role, expiresOn }) => (
            <li key={role}>
              <div>
                <strong>{words[role].label}</strong>
                {expiresOn && (
                  <>
                    , {t('until')} <DateTime value={expiresOn} />
                  </>
                )}
                <p>{words[role].help}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function RolesForm({ person, close }: { person: PersonView; close: () => void }) {
  const [chosen, setChosen] = useState<ChosenRoles>(
    Object.fromEntries(person.roles.map(({ role, expiresOn }) => [role, expiresOn ?? ''])),
  )
  const cannotGrant = useCannotGrant()
  const lastOwner = useIsLastOwner(person)
  const save = useWrite({
    write: () => api.post(`/people/${person.id}/roles`, { roles: assignment(chosen) }),
    done: () => t('Roles set'),
    onDone: close,
  })
  const keepsOwner = chosen.owner === ''
  const stuck = person.roles.map(({ role }) => cannotGrant(role)).find((reason) => reason !== undefined)
  const refused =
    stuck ??
    (lastOwner && !keepsOwner
      ? t('An organisation keeps at least one owner without an end. Make somebody else an owner first.')
      : undefined) ??
    (chosen['external-auditor'] === '' ? t('An external auditor’s access ends on a day. Choose it.') : undefined)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (refused === undefined) save.mutate()
      }}
    >
      <ProblemAlert error={save.error} />
      <RolesField chosen={chosen} onChange={setChosen} cannot={cannotGrant} error={refused} />
      <VerbButton
        type="submit"
        look="primary"
        permission="people:assign-roles"
        cannot={refused}
        pending={save.isPending}
        onClick={() => undefined}
      >
        {t('Set roles')}
      </VerbButton>
    </form>
  )
}

/** Whether nobody else is an active owner. */
function useIsLastOwner({ id, state, roles }: PersonView): boolean {
  const { data } = useList<PersonView>('/people', { role: 'owner', state: 'active', limit: 2 })
  const others = data?.items.filter((one) => one.id !== id).length ?? 1
  return state === 'active' && roles.some(({ role }) => role === 'owner') && others === 0
}

function assignment(chosen: ChosenRoles): { role: string; expiresOn: string | null }[] {
  return Object.entries(chosen).map(([role, end]) => ({
    role,
    expiresOn: end === '' ? null : end,
  }))
}
