import { t } from '../../messages/index.ts'
import { showDate } from '../../ui/dates.ts'
import { Fact } from '../../ui/facts.tsx'
import { acquisitions, datasetUses, modelProvenances, personalDataWords } from './component-words.ts'
import { autonomyLevels, type Component, listed, placeName } from './words.ts'

/** What only this kind knows. */
export function KindFacts({ component }: { component: Component }) {
  switch (component.kind) {
    case 'model':
      return (
        <>
          <Fact label={t('Provenance')}>{component.provenance && modelProvenances[component.provenance]}</Fact>
          <Fact label={t('Task')}>{component.task}</Fact>
          <Fact label={t('Architecture')}>{component.architecture}</Fact>
        </>
      )
    case 'dataset':
      return <DatasetFacts component={component} />
    case 'agent':
      return (
        <>
          <Fact label={t('Autonomy')}>{component.autonomy && autonomyLevels[component.autonomy].label}</Fact>
          <Fact label={t('Tools')}>{listed(component.tools ?? [])}</Fact>
          <Fact label={t('Limits')}>{component.limits}</Fact>
          <Fact label={t('Human approval')}>{component.humanApproval}</Fact>
        </>
      )
    case 'prompt':
      return null
  }
}

function DatasetFacts({ component }: { component: Component }) {
  const { collectedFrom, collectedTo } = component
  const from = collectedFrom ? showDate(collectedFrom) : '…'
  const to = collectedTo ? showDate(collectedTo) : '…'
  return (
    <>
      <Fact label={t('Origin')}>{component.origin}</Fact>
      <Fact label={t('Acquired by')}>{component.acquisition && acquisitions[component.acquisition]}</Fact>
      <Fact label={t('Rights')}>{component.rights}</Fact>
      <Fact label={t('Personal data')}>{component.personalData && personalDataWords[component.personalData]}</Fact>
      <Fact label={t('Whose data')}>{component.dataSubjects}</Fact>
      <Fact label={t('Used for')}>{listed((component.uses ?? []).map((use) => datasetUses[use]))}</Fact>
      <Fact label={t('Amount')}>{component.amount}</Fact>
      <Fact label={t('Collected')}>{collectedFrom || collectedTo ? `${from} – ${to}` : undefined}</Fact>
      <Fact label={t('Countries')}>{listed((component.countries ?? []).map(placeName))}</Fact>
      <Fact label={t('Preparation')}>{component.preparation}</Fact>
      <Fact label={t('Retention')}>{component.retention}</Fact>
    </>
  )
}
