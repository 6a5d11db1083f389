import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { ChoiceField, DateField, Form, MultiSelectField, TextareaField, useForm } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import styles from './ai-systems.module.css'
import { actRoles, isoRoles, optionsOf, scopes, type System } from './words.ts'

/** Scope and roles, each decided by somebody with a reason; the two sets of roles stay apart. */
export function Decisions({ system }: { system: System }) {
  const { iso22989, euAiAct } = system
  return (
    <Section
      title={t('Scope and roles')}
      lead={t('The roles of ISO/IEC 22989 and those of the EU AI Act are different words and are answered apart.')}
    >
      <div className={styles.decisions}>
        <Scope system={system} />
        <Roles
          system={system}
          framework="iso-22989"
          title={t('Roles (ISO/IEC 22989)')}
          held={iso22989 && { ...iso22989, names: iso22989.roles.map((role) => isoRoles[role].label) }}
        />
        <Roles
          system={system}
          framework="eu-ai-act"
          title={t('Roles (EU AI Act)')}
          held={euAiAct && { ...euAiAct, names: euAiAct.roles.map((role) => actRoles[role]) }}
        />
      </div>
    </Section>
  )
}

function Who({ on, by }: { on: string; by: { name: string } | null }) {
  return (
    <p className={styles.quiet}>
      <DateTime value={on} />
      {by && ` · ${by.name}`}
    </p>
  )
}

function Scope({ system }: { system: System }) {
  const { scope, scopeDecision } = system
  const reopen = useWrite({
    write: () => api.post(`/ai-systems/${system.id}/scope`, { scope: 'undecided' }),
    done: () => t('Scope is undecided again'),
  })
  return (
    <div className={styles.decision}>
      <h3>{t('Scope')}</h3>
      <StateBadge {...scopes[scope]} />
      {scopeDecision && <p>{scopeDecision.reason}</p>}
      {scopeDecision && <Who {...scopeDecision} />}
      <div className={styles.moves}>
        <DialogButton
          title={t('Decide scope')}
          permission="ai-systems:decide-scope"
          content={(close) => <ScopeForm system={system} close={close} />}
        >
          {scope === 'undecided' ? t('Decide scope') : t('Decide anew')}
        </DialogButton>
        {scope !== 'undecided' && (
          <VerbButton
            look="quiet"
            permission="ai-systems:decide-scope"
            pending={reopen.isPending}
            confirm={{
              title: t('Open the scope of {name} again?', { name: system.name }),
              body: t('It counts as undecided until somebody decides. History keeps the decision.'),
              verb: t('Open again'),
            }}
            onClick={() => reopen.mutate()}
          >
            {t('Open again')}
          </VerbButton>
        )}
      </div>
      <ProblemAlert error={reopen.error} />
    </div>
  )
}

function ScopeForm({ system, close }: { system: System; close: () => void }) {
  const form = useForm({
    id: `ai-system:${system.id}:scope`,
    initial: {
      scope: system.scope === 'out' ? 'out' : 'in',
      reason: system.scopeDecision?.reason ?? '',
      happenedOn: '',
    },
    check: ({ reason }): { reason?: string } => (reason.trim() === '' ? { reason: t('Say why.') } : {}),
    save: ({ scope, reason, happenedOn }) =>
      api.post(`/ai-systems/${system.id}/scope`, { scope, reason, ...(happenedOn && { happenedOn }) }),
    done: () => t('Scope decided'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Decide scope')} permission="ai-systems:decide-scope">
      <ChoiceField
        form={form}
        name="scope"
        label={t('Scope')}
        options={[
          { value: 'in', label: t('In scope'), help: t('The management system covers it.') },
          { value: 'out', label: t('Out of scope'), help: t('Left out openly. An auditor asks for the reason.') },
        ]}
      />
      <TextareaField form={form} name="reason" label={t('Reason')} required />
      <DateField form={form} name="happenedOn" label={t('Decided on')} help={t('Empty is today.')} />
    </Form>
  )
}

type Framework = 'iso-22989' | 'eu-ai-act'
type Held = {
  names: string[]
  roles: string[]
  reason: string
  on: string
  by: { name: string } | null
  outdated: boolean
}
type RolesProps = { system: System; framework: Framework; title: string; held: Held | null }

function Roles({ system, framework, title, held }: RolesProps) {
  const withdraw = useWrite({
    write: () => api.post(`/ai-systems/${system.id}/roles/withdraw`, { framework }),
    done: () => t('Roles are open again'),
  })
  return (
    <div className={styles.decision}>
      <h3>{title}</h3>
      {held === null && <StateBadge tone="missing" label={t('Not confirmed')} />}
      {held?.outdated && <StateBadge tone="caution" label={t('Look again: its use changed since')} />}
      {held && <strong>{held.names.join(', ') || t('No role')}</strong>}
      {held && <p>{held.reason}</p>}
      {held && <Who {...held} />}
      <div className={styles.moves}>
        <DialogButton
          title={title}
          permission="ai-systems:confirm-roles"
          content={(close) => <RolesForm system={system} framework={framework} held={held} close={close} />}
        >
          {held ? t('Confirm anew') : t('Confirm roles')}
        </DialogButton>
        {held && (
          <VerbButton
            look="quiet"
            permission="ai-systems:confirm-roles"
            pending={withdraw.isPending}
            confirm={{
              title: t('Open the roles for {name} again?', { name: system.name }),
              body: t('They count as not confirmed until somebody confirms them. History keeps the confirmation.'),
              verb: t('Open again'),
            }}
            onClick={() => withdraw.mutate()}
          >
            {t('Open again')}
          </VerbButton>
        )}
      </div>
      <ProblemAlert error={withdraw.error} />
    </div>
  )
}

type RolesFormProps = { system: System; framework: Framework; held: Held | null; close: () => void }

function RolesForm({ system, framework, held, close }: RolesFormProps) {
  const iso = framework === 'iso-22989'
  const form = useForm({
    id: `ai-system:${system.id}:${framework}`,
    initial: { roles: held?.roles ?? [], reason: held?.reason ?? '', happenedOn: '' },
    check: ({ roles, reason }): { roles?: string; reason?: string } => ({
      ...(iso && roles.length === 0 && { roles: t('Whoever has an AI system holds at least one of these roles.') }),
      ...(reason.trim() === '' && { reason: t('Say why.') }),
    }),
    save: ({ roles, reason, happenedOn }) =>
      api.post(`/ai-systems/${system.id}/roles`, { framework, roles, reason, ...(happenedOn && { happenedOn }) }),
    done: () => t('Roles confirmed'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Confirm roles')} permission="ai-systems:confirm-roles">
      <MultiSelectField
        form={form}
        name="roles"
        label={t('Roles')}
        help={
          iso
            ? t('Several can hold at once, such as producer and provider of what you build and sell.')
            : t('None where the Act does not reach this system: say why below.')
        }
        options={iso ? optionsOf(isoRoles) : optionsOf(actRoles)}
        required={iso}
      />
      <TextareaField form={form} name="reason" label={t('Reason')} required />
      <DateField form={form} name="happenedOn" label={t('Decided on')} help={t('Empty is today.')} />
    </Form>
  )
}
