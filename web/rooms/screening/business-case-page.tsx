import { t } from '../../messages/index.ts'
import { Page } from '../../ui/page.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Competitors } from './competitors.tsx'
import { Deals } from './deals.tsx'
import { Figures } from './figures.tsx'
import { Inputs } from './inputs.tsx'

/** What certification costs and what its absence costs, from recorded numbers alone. */
export default function BusinessCasePage() {
  return (
    <Page
      title={t('Business case')}
      lead={t(
        'What questions about AI governance cost you, set against what certification costs. Every figure comes from what you enter; nothing is estimated.',
      )}
    >
      <Tabs
        label={t('Parts of the business case')}
        tabs={[
          { key: 'figures', label: t('Figures'), content: <Figures /> },
          { key: 'deals', label: t('Deals'), content: <Deals /> },
          { key: 'competitors', label: t('Competitors'), content: <Competitors /> },
          { key: 'inputs', label: t('Costs and hours'), content: <Inputs /> },
        ]}
      />
    </Page>
  )
}
