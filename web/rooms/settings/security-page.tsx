import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { Page, Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import type { AnswerOf } from '../answer-of.ts'
import { ChangePassword } from './change-password.tsx'
import { SecondFactor } from './second-factor.tsx'
import { Sessions } from './sessions.tsx'

type Signed = AnswerOf<'/api/v1/sessions'>

/** What a person does about their own account: second factor, password, where they are signed in. */
export default function SecurityPage() {
  const { data, error } = useRecord<Signed>('/sessions')
  return (
    <Page title={t('My security')} lead={t('Your own account, in every organisation you belong to.')} width="text">
      <ProblemAlert error={error} />
      {data && <SecondFactor on={data.twoFactor} codesLeft={data.backupCodesLeft} />}
      <Section title={t('Password')}>
        <ChangePassword />
      </Section>
      <Section title={t('Sessions')} lead={t('Where you are signed in. End what you do not recognise.')}>
        <Sessions items={data?.items ?? []} />
      </Section>
    </Page>
  )
}
