import { t } from '../../messages/index.ts'
import { useAddress, useGo } from '../../ui/navigation.ts'
import { Page } from '../../ui/page.tsx'
import { ClauseNotes } from '../frameworks/clause-note.tsx'
import { ControlForm } from './control-form.tsx'

/** `?requirement=` names what the new control serves from the start. */
export default function NewControlPage() {
  const [address] = useAddress()
  const go = useGo()
  const requirement = address['requirement']
  return (
    <Page
      title={t('Plan a control')}
      crumbs={[{ label: t('Controls'), to: '/controls' }]}
      lead={t('It is planned first. It runs once it says who answers for it, how it runs and how it is checked.')}
      aside={<ClauseNotes refs={['6.1.3', '8.1']} />}
    >
      <ControlForm {...(requirement !== undefined && { requirement })} onSaved={(id) => go(`/controls/${id}`)} />
    </Page>
  )
}
