import { useState } from 'react'
import { t, tIn } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { DateField, Form, SelectField, TextField, useForm } from '../../ui/form.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import { OnceShown } from './once-shown.tsx'
import { useCannotGrant } from './role-table.ts'
import { RolesField, type ChosenRoles } from './roles-field.tsx'
import styles from './settings.module.css'
import { useUnitOptions } from './unit-options.ts'

type Values = { email: string; roles: ChosenRoles; rolesExpireOn: string; unit: string }
type Sent = { id: string; link: string }

export function InviteButton() {
  return (
    <DialogButton
      look="primary"
      permission="people:invite"
      title={t('Invite a person')}
      content={(close) => <Invite close={close} />}
    >
      {t('Invite a person')}
    </DialogButton>
  )
}

function Invite({ close }: { close: () => void }) {
  const [sent, setSent] = useState<Sent>()
  return sent ? <LinkOnce link={sent.link} close={close} /> : <InviteForm onSent={setSent} />
}

/** The link of an invitation, shown this once. */
export function LinkOnce({ link, close }: { link: string; close: () => void }) {
  return (
    <div className={styles.form}>
      <OnceShown
        label={t('Invitation link')}
        value={link}
        help={t(
          'Send this link to the person. It is shown only now: Assay keeps no copy. Whoever opens it first takes the place.',
        )}
      />
      <VerbButton look="primary" writes={false} onClick={close}>
        {tIn('button', 'Done')}
      </VerbButton>
    </div>
  )
}

function InviteForm({ onSent }: { onSent: (sent: Sent) => void }) {
  const units = useUnitOptions()
  const cannotGrant = useCannotGrant()
  const form = useForm<Values, Sent>({
    id: 'invitation:new',
    initial: { email: '', roles: {}, rolesExpireOn: '', unit: '' },
    check: ({ email, roles, rolesExpireOn }) => ({
      ...(!/^\S+@\S+$/.test(email) && { email: t('Give the address of the person.') }),
      ...(Object.keys(roles).length === 0 && { roles: t('Choose at least one role.') }),
      ...(roles['external-auditor'] !== undefined &&
        rolesExpireOn === '' && { rolesExpireOn: t('An external auditor’s access ends on a day. Choose it.') }),
    }),
    save: ({ email, roles, rolesExpireOn, unit }) =>
      api.post('/invitations', {
        email,
        roles: Object.keys(roles),
        rolesExpireOn: rolesExpireOn || null,
        unit: unit || null,
      }),
    onSaved: onSent,
  })
  form.labels.set('roles', t('Roles'))
  return (
    <Form form={form} submit={t('Make the invitation')} permission="people:invite">
      <TextField form={form} name="email" label={t('E-mail')} type="email" required />
      <RolesField
        chosen={form.values.roles}
        onChange={(roles) => form.set('roles', roles)}
        cannot={cannotGrant}
        error={form.errors['roles']}
        withEnds={false}
      />
      <DateField
        form={form}
        name="rolesExpireOn"
        label={t('Roles end on')}
        help={t('Needed for an external auditor; open means no end.')}
      />
      {units.length > 0 && <SelectField form={form} name="unit" label={t('Unit')} options={units} />}
    </Form>
  )
}
