import { t } from '../../messages/index.ts'
import { api, useRecord, useWrite } from '../../ui/api.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Markdown } from '../../ui/markdown.tsx'
import { useParameter } from '../../ui/navigation.ts'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { Record } from '../../ui/record.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton, VerbButton } from '../../ui/verb-button.tsx'
import { MeasurementsOf } from '../assurance/measurements-of.tsx'
import { Comments } from '../comments/comments.tsx'
import { EvidencePanel } from '../evidence/evidence-panel.tsx'
import { ReasonButton } from '../reason-button.tsx'
import { KindFacts } from './component-facts.tsx'
import { LineageSection } from './lineage-section.tsx'
import { Versions } from './versions.tsx'
import { type Component, componentStates, kinds, type Lineage } from './words.ts'

export default function ComponentPage() {
  const id = useParameter('id')
  const { data: component, error } = useRecord<Component>(`/components/${id}`)
  const subject = component && `${component.kind}:${id}`
  const lineage = useRecord<Lineage>(subject ? '/lineage' : null, { subject })
  if (error) throw error
  if (!component || !subject) return null
  return (
    <Record
      title={component.name}
      kind={kinds[component.kind]}
      crumbs={[{ label: t('Models and data'), to: '/components' }]}
      state={<StateBadge {...componentStates[component.state]} />}
      lead={component.purpose}
      owner={component.owner?.name}
      dates={[{ label: t('Reviewed on'), value: component.reviewedOn }]}
      facts={<Fact label={t('Current version')}>{component.currentVersion}</Fact>}
      actions={<Actions component={component} />}
      linked={[{ label: t('AI systems that depend on it'), items: systemsOf(lineage.data) }]}
      activity={`/subjects/${subject}/activity`}
    >
      {component.stateReason && <p>{t('Reason: {reason}', { reason: component.stateReason })}</p>}
      <Section title={t('What it is')}>
        <Facts>
          <KindFacts component={component} />
          <Fact label={t('Supplier')}>{component.supplier}</Fact>
          <Fact label={t('Location')}>{component.location}</Fact>
          <Fact label={t('Licence or terms')}>{component.licence}</Fact>
          <Fact label={t('Inventory number')}>{component.reference}</Fact>
        </Facts>
        {component.description && <Markdown>{component.description}</Markdown>}
      </Section>
      <Versions component={component} />
      {component.kind === 'dataset' && <MeasurementsOf subject={subject} />}
      <EvidencePanel subject={subject} />
      <ProblemAlert error={lineage.error} />
      <LineageSection subject={subject} kind={component.kind} lineage={lineage.data} editable="components:edit" />
      <Comments about={subject} />
    </Record>
  )
}

function systemsOf(lineage: Lineage | undefined) {
  const systems = lineage?.nodes.filter(({ kind }) => kind === 'ai-system') ?? []
  return systems.map(({ ref, name }) => ({ label: name, to: `/ai-systems/${ref.slice(ref.indexOf(':') + 1)}` }))
}

function Actions({ component }: { component: Component }) {
  const { id, name, state } = component
  const review = useWrite({ write: () => api.post(`/components/${id}/review`, {}), done: () => t('Review recorded') })
  const reinstate = useWrite({
    write: () => api.post(`/components/${id}/reinstate`),
    done: () => t('Reinstated'),
  })
  return (
    <>
      <LinkButton to={`/components/${id}/edit`} permission="components:edit">
        {t('Edit')}
      </LinkButton>
      <VerbButton
        permission="components:edit"
        pending={review.isPending}
        confirm={{
          title: t('Is the record of {name} right?', { name }),
          body: t('Your name and today are recorded as its last review. Correct what is wrong first.'),
          verb: t('Confirm the record'),
        }}
        onClick={() => review.mutate()}
      >
        {t('Confirm the record')}
      </VerbButton>
      {state === 'active' ? (
        <ReasonButton
          id={`component:${id}:retire`}
          title={t('Retire {name}', { name })}
          verb={t('Retire')}
          help={t('It stays to be seen and can be reinstated. What still uses it is named by readiness.')}
          permission="components:edit"
          look="danger"
          write={(reason) => api.post(`/components/${id}/retire`, { reason })}
          done={() => ({ message: t('Retired'), undo: () => api.post(`/components/${id}/reinstate`) })}
        >
          {t('Retire')}
        </ReasonButton>
      ) : (
        <VerbButton permission="components:edit" pending={reinstate.isPending} onClick={() => reinstate.mutate()}>
          {t('Reinstate')}
        </VerbButton>
      )}
      <ProblemAlert error={review.error ?? reinstate.error} />
    </>
  )
}
