import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { useParameter } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { Comments } from '../comments/comments.tsx'
import { EvidencePanel } from '../evidence/evidence-panel.tsx'
import { Editions } from './editions.tsx'
import styles from './frameworks.module.css'
import { LicensedText } from './licensed-text.tsx'
import { Mappings } from './mappings.tsx'
import {
  applications,
  demands,
  kinds,
  levels,
  requirementApi,
  requirementName,
  type FrameworkWithRequirements,
  type RequirementView,
} from './words.ts'

/** One requirement: what it is for, what an auditor asks, what proves it here, and what it maps to. */
export default function RequirementPage() {
  const framework = useParameter('framework')
  const ref = useParameter('ref')
  const { data: it, error } = useRecord<RequirementView>(requirementApi(framework, ref))
  const edition = useRecord<FrameworkWithRequirements>(`/frameworks/${framework}`).data
  if (error) throw error
  if (!it) return null
  return (
    <Page
      title={requirementName(it)}
      kind={kinds[it.kind] ?? it.kind}
      crumbs={[
        { label: t('Frameworks'), to: '/frameworks' },
        { label: edition?.short ?? framework, to: `/frameworks/${framework}` },
      ]}
      lead={it.intent}
    >
      <About it={it} edition={edition} />
      {it.proof.length > 0 && (
        <Section
          title={t('What proves it in Assay')}
          lead={t(
            'Each level rests on records, never on a claim. Levels that this clause or control cannot reach are left out.',
          )}
        >
          <dl className={styles.levels}>
            {it.proof.map(({ level, provedBy, next }) => (
              <div key={level}>
                <dt>{levels[level] ?? level}</dt>
                <dd>
                  {provedBy}.<p className={styles.muted}>{t('To get there: {what}', { what: next })}</p>
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      <EvidencePanel subject={`requirement:${framework}/${ref}`} />
      <Section
        title={t('Mappings')}
        lead={t(
          'How this relates to requirements elsewhere, and on what basis we say so. A mapping shows where to look; it never means that one is fulfilled because the other is.',
        )}
      >
        <Mappings mappings={it.mappings} />
      </Section>
      {it.editions.length > 0 && (
        <Section
          title={t('Editions side by side')}
          lead={t('Underlined and struck through is what reads differently there, in our words.')}
        >
          <Editions requirement={it} />
        </Section>
      )}
      {edition?.wording === 'own' && edition.kind !== 'law' && (
        <Section
          title={t('Licensed text')}
          lead={t(
            'The text itself is not ours to give. If you hold a licence, load it here; only your organisation sees it.',
          )}
        >
          <LicensedText requirement={it} />
        </Section>
      )}
      <Comments about={`requirement:${framework}/${ref}`} />
    </Page>
  )
}

function About({ it, edition }: { it: RequirementView; edition: FrameworkWithRequirements | undefined }) {
  const { documentedInformation: information, applies, law } = it
  return (
    <Section title={t('What to know')}>
      <Facts>
        {it.ask && <Fact label={t('An auditor asks')}>{it.ask}</Fact>}
        {it.owner && <Fact label={t('Usually owned by')}>{it.owner}</Fact>}
        {it.evidence.length > 0 && <Fact label={t('Evidence that is often shown')}>{it.evidence.join('; ')}</Fact>}
        {information && (
          <Fact label={t('Documented information')}>
            {demands[information.demand] ?? information.demand}
            {information.what.length > 0 && `: ${information.what.join('; ')}`}
          </Fact>
        )}
        {applies && (
          <Fact label={t('For whom, in our judgement')}>
            {t('Developer: {developer}; provider: {provider}; user: {user}', {
              developer: applications[applies.developer] ?? applies.developer,
              provider: applications[applies.provider] ?? applies.provider,
              user: applications[applies.user] ?? applies.user,
            })}
          </Fact>
        )}
        {law && (
          <>
            <Fact label={t('Article')}>{law.article}</Fact>
            <Fact label={t('Applies from')}>
              <DateTime value={law.appliesFrom} />
            </Fact>
            {law.amended2026 && <Fact label={t('Amended')}>{t('by Regulation (EU) 2026/1744')}</Fact>}
          </>
        )}
        {edition && <Fact label={t('Edition')}>{edition.edition}</Fact>}
      </Facts>
    </Section>
  )
}
