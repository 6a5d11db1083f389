import { t } from '../../messages/index.ts'
import { api, useRecord, useWrite } from '../../ui/api.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import type { LinkedGroup } from '../../ui/linked.tsx'
import { Markdown } from '../../ui/markdown.tsx'
import { useParameter } from '../../ui/navigation.ts'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { Record } from '../../ui/record.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { LinkButton, VerbButton } from '../../ui/verb-button.tsx'
import { MeasurementsOf } from '../assurance/measurements-of.tsx'
import { StandingFact } from '../assurance/standing-fact.tsx'
import { Comments } from '../comments/comments.tsx'
import { EvidencePanel } from '../evidence/evidence-panel.tsx'
import { AiActPanel } from '../obligations/ai-act-panel.tsx'
import { ImpactFact } from '../impact-assessments/impact-fact.tsx'
import { Decisions } from './decisions.tsx'
import { AnswerReport } from './answer-report.tsx'
import { Life } from './life.tsx'
import { LineageSection } from './lineage-section.tsx'
import { MoveButton } from './move-buttons.tsx'
import { nextMove } from './moves.ts'
import { Resources } from './resources.tsx'
import {
  autonomyLevels,
  dataClasses,
  individualDecisions,
  kinds,
  type Lineage,
  listed,
  placeName,
  provenances,
  scopes,
  states,
  type System,
} from './words.ts'

export default function SystemPage() {
  const id = useParameter('id')
  const ref = `ai-system:${id}`
  const { data: system, error } = useRecord<System>(`/ai-systems/${id}`)
  const lineage = useRecord<Lineage>('/lineage', { subject: ref })
  if (error) throw error
  if (!system) return null
  return (
    <Record
      title={system.name}
      kind={t('AI system')}
      crumbs={[{ label: t('AI systems'), to: '/ai-systems' }]}
      state={<StateBadge {...states[system.state]} />}
      lead={system.purpose}
      owner={system.owner?.name}
      dates={[
        { label: t('In this state since'), value: system.since },
        { label: t('Reviewed on'), value: system.reviewedOn },
      ]}
      facts={
        <>
          <Fact label={t('Scope')}>
            <StateBadge {...scopes[system.scope]} />
          </Fact>
          <StandingFact subject={ref} />
          <ImpactFact system={id} />
        </>
      }
      actions={<Actions system={system} />}
      linked={linkedOf(ref, lineage.data)}
      activity={`/subjects/${ref}/activity`}
    >
      {system.intake === 'open' && <AnswerReport system={system} />}
      <Tabs
        label={t('Parts of this record')}
        tabs={[
          { key: 'overview', label: t('Overview'), content: <Overview system={system} /> },
          { key: 'decisions', label: t('Scope and roles'), content: <Decisions system={system} /> },
          { key: 'ai-act', label: t('EU AI Act'), content: <AiActPanel system={id} /> },
          {
            key: 'resources',
            label: t('Resources'),
            count: system.resources.length,
            content: <Resources system={system} />,
          },
          {
            key: 'lineage',
            label: t('Lineage'),
            content: (
              <>
                <ProblemAlert error={lineage.error} />
                <LineageSection subject={ref} kind="ai-system" lineage={lineage.data} editable="ai-systems:edit" />
              </>
            ),
          },
          { key: 'measurements', label: t('Measurements'), content: <MeasurementsOf subject={ref} /> },
          { key: 'evidence', label: t('Evidence'), content: <EvidencePanel subject={ref} /> },
        ]}
      />
      <Comments about={ref} />
    </Record>
  )
}

function Actions({ system }: { system: System }) {
  const next = nextMove(system)
  const review = useWrite({
    write: () => api.post(`/ai-systems/${system.id}/review`, {}),
    done: () => t('Review recorded'),
  })
  return (
    <>
      {next && system.intake !== 'open' && <MoveButton move={next} system={system} look="primary" />}
      <LinkButton to={`/ai-systems/${system.id}/edit`} permission="ai-systems:edit">
        {t('Edit')}
      </LinkButton>
      <VerbButton
        permission="ai-systems:edit"
        pending={review.isPending}
        confirm={{
          title: t('Is the record of {name} right?', { name: system.name }),
          body: t('Your name and today are recorded as its last review. Correct what is wrong first.'),
          verb: t('Confirm the record'),
        }}
        onClick={() => review.mutate()}
      >
        {t('Confirm the record')}
      </VerbButton>
      <ProblemAlert error={review.error} />
    </>
  )
}

function Overview({ system }: { system: System }) {
  return (
    <>
      <Life system={system} />
      <About system={system} />
    </>
  )
}

function About({ system }: { system: System }) {
  const { provenance, autonomy } = system
  return (
    <Section title={t('What it is')}>
      <Facts>
        <Fact label={t('Provenance')}>{provenance && provenances[provenance]}</Fact>
        <Fact label={t('Supplier')}>{system.supplier}</Fact>
        <Fact label={t('Unit')}>{system.unit?.name}</Fact>
        <Fact label={t('Inventory number')}>{system.reference}</Fact>
        <Fact label={t('Autonomy')}>
          {autonomy && `${autonomyLevels[autonomy].label}: ${autonomyLevels[autonomy].help}`}
        </Fact>
        <Fact label={t('Decisions about individuals')}>
          {system.individualDecisions && individualDecisions[system.individualDecisions]}
        </Fact>
        <Fact label={t('Intended users')}>{system.intendedUsers}</Fact>
        <Fact label={t('People affected')}>{listed(system.affectedGroups)}</Fact>
        <Fact label={t('Human oversight')}>{system.humanOversight}</Fact>
        <Fact label={t('Jurisdictions')}>{listed(system.jurisdictions.map(placeName))}</Fact>
        <Fact label={t('Sectors')}>{listed(system.sectors)}</Fact>
        <Fact label={t('Data')}>{listed(system.dataClasses.map((one) => dataClasses[one]))}</Fact>
      </Facts>
      {system.description && <Markdown>{system.description}</Markdown>}
    </Section>
  )
}

/** The components that it depends on directly, by kind. */
function linkedOf(ref: string, lineage: Lineage | undefined): LinkedGroup[] {
  const direct = new Set(lineage?.links.filter(({ from }) => from === ref).map(({ to }) => to))
  const groups = Object.entries(kinds).map(([kind, label]) => ({
    label,
    items: (lineage?.nodes ?? [])
      .filter((node) => node.kind === kind && direct.has(node.ref))
      .map((node) => ({ label: node.name, to: `/components/${node.ref.slice(node.ref.indexOf(':') + 1)}` })),
  }))
  const some = groups.filter(({ items }) => items.length > 0)
  return some.length > 0 ? some : [{ label: t('Models and data'), items: [] }]
}
