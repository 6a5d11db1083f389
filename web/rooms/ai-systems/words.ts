import type {
  AiSystemRow,
  AiSystemView,
  ComponentRow,
  ComponentView,
  LineageView,
} from '@assay/server/rooms/ai-systems/contract.ts'
import { jurisdictions } from '@assay/server/rooms/ai-systems/model.ts'
import { locale, t } from '../../messages/index.ts'
import type { Wire } from '../../ui/api.ts'
import type { Option } from '../../ui/form.tsx'
import type { Tone } from '../../ui/state-badge.tsx'

export type System = Wire<AiSystemView>
export type SystemRow = Wire<AiSystemRow>
export type Component = Wire<ComponentView>
export type ComponentItem = Wire<ComponentRow>
export type Kind = ComponentRow['kind']
export type Lineage = Wire<LineageView>
export type Relation = LineageView['links'][number]['relation']
type Badge = { tone: Tone; label: string }

export const states: Record<AiSystemRow['state'], Badge> = {
  proposed: { tone: 'neutral', label: t('Proposed') },
  approved: { tone: 'active', label: t('Approved') },
  'in-development': { tone: 'active', label: t('In development') },
  verified: { tone: 'active', label: t('Verified') },
  'in-use': { tone: 'positive', label: t('In use') },
  suspended: { tone: 'caution', label: t('Suspended') },
  retired: { tone: 'neutral', label: t('Retired') },
  dismissed: { tone: 'neutral', label: t('Dismissed') },
}

export const scopes: Record<AiSystemRow['scope'], Badge> = {
  undecided: { tone: 'missing', label: t('Scope undecided') },
  in: { tone: 'positive', label: t('In scope') },
  out: { tone: 'neutral', label: t('Out of scope') },
}

export const provenances: Record<NonNullable<AiSystemRow['provenance']>, string> = {
  built: t('Built here'),
  'fine-tuned': t('Fine-tuned here'),
  bought: t('Bought'),
  'by-api': t('Called over an API'),
  embedded: t('Embedded in bought software'),
}

type Autonomy = NonNullable<AiSystemRow['autonomy']>

export const autonomyLevels: Record<Autonomy, { label: string; help: string }> = {
  assistive: { label: t('Assistive'), help: t('It suggests, a person acts.') },
  partial: { label: t('Partial'), help: t('It does parts of the work under constant watch.') },
  conditional: { label: t('Conditional'), help: t('It acts while a person stands ready to take over.') },
  high: { label: t('High'), help: t('It acts alone within set conditions.') },
  full: { label: t('Full'), help: t('It acts alone in all its conditions.') },
  autonomous: { label: t('Autonomous'), help: t('It changes its own goals or domain without outside help.') },
}

export const individualDecisions: Record<NonNullable<AiSystemRow['individualDecisions']>, string> = {
  none: t('No part in decisions about individuals'),
  supports: t('Prepares decisions that a person takes'),
  decides: t('Decides about individuals'),
}

export const dataClasses: Record<AiSystemRow['dataClasses'][number], string> = {
  public: t('Public'),
  internal: t('Internal'),
  confidential: t('Confidential'),
  'strictly-confidential': t('Strictly confidential'),
  personal: t('Personal data'),
  'special-category': t('Special categories of personal data'),
}

export const isoRoles: Record<AiSystemRow['iso22989Roles'][number], { label: string; help: string }> = {
  provider: { label: t('AI provider'), help: t('You offer AI as a platform, product or service.') },
  producer: { label: t('AI producer'), help: t('You design, build, test or train it.') },
  customer: { label: t('AI customer or user'), help: t('You obtain or use the AI of others.') },
  partner: { label: t('AI partner'), help: t('You integrate, supply data, evaluate or audit.') },
  subject: { label: t('AI subject'), help: t('You are affected by it.') },
  'relevant-authority': { label: t('Relevant authority'), help: t('You regulate or make policy.') },
}

export const actRoles: Record<AiSystemRow['euAiActRoles'][number], string> = {
  provider: t('Provider (EU AI Act)'),
  deployer: t('Deployer'),
  importer: t('Importer'),
  distributor: t('Distributor'),
  'authorised-representative': t('Authorised representative'),
  'product-manufacturer': t('Product manufacturer'),
  'gpai-provider': t('Provider of a general-purpose AI model'),
}

export const intakes: Record<NonNullable<AiSystemRow['intake']>, Badge> = {
  open: { tone: 'caution', label: t('Waits for an answer') },
  accepted: { tone: 'positive', label: t('Accepted') },
  dismissed: { tone: 'neutral', label: t('Dismissed') },
}

export const resourceKinds: Record<System['resources'][number]['kind'], string> = {
  tooling: t('Tools'),
  computing: t('Computing'),
  people: t('People and skills'),
}

export const kinds: Record<Kind, string> = {
  model: t('Model'),
  dataset: t('Dataset'),
  prompt: t('Prompt'),
  agent: t('Agent'),
}

export const componentStates: Record<ComponentRow['state'], Badge> = {
  active: { tone: 'positive', label: t('Active') },
  retired: { tone: 'neutral', label: t('Retired') },
}

export const versionStates: Record<'draft' | 'current' | 'superseded' | 'withdrawn', Badge> = {
  draft: { tone: 'active', label: t('Draft') },
  current: { tone: 'positive', label: t('Current') },
  superseded: { tone: 'neutral', label: t('Superseded') },
  withdrawn: { tone: 'critical', label: t('Withdrawn') },
}

export const relations: Record<Relation, string> = {
  uses: t('uses'),
  calls: t('calls'),
  'derived-from': t('is derived from'),
  'trained-on': t('is trained on'),
  'fine-tuned-from': t('is fine-tuned from'),
  'evaluated-on': t('is evaluated on'),
}

/** The rows of one of these tables as options of a field or filter. */
export function optionsOf(labels: Record<string, string | { label: string; help?: string }>): Option[] {
  return Object.entries(labels).map(([value, label]) =>
    typeof label === 'string'
      ? { value, label }
      : { value, label: label.label, ...(label.help !== undefined && { help: label.help }) },
  )
}

const regions = new Intl.DisplayNames(locale === 'de' ? 'de' : 'en', { type: 'region' })

/** A country, or the Union, in the reader's language. */
export function placeName(code: string): string {
  return code === 'EU' ? t('European Union') : (regions.of(code) ?? code)
}

export const places: Option[] = jurisdictions
  .map((code) => ({ value: code, label: placeName(code) }))
  .toSorted((a, b) => (a.value === 'EU' ? -1 : b.value === 'EU' ? 1 : a.label.localeCompare(b.label)))

export function listed(values: readonly string[]): string | undefined {
  return values.length > 0 ? values.join(', ') : undefined
}
