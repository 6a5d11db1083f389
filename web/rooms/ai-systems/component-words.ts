import { t } from '../../messages/index.ts'
import type { Component } from './words.ts'

export const modelProvenances: Record<NonNullable<Component['provenance']>, string> = {
  trained: t('Trained here'),
  'fine-tuned': t('Fine-tuned here'),
  obtained: t('Obtained and run here'),
  'by-api': t('Called over an API'),
}

export const acquisitions: Record<NonNullable<Component['acquisition']>, string> = {
  collected: t('Collected here'),
  bought: t('Bought'),
  public: t('Public source'),
  partner: t('From a partner'),
  generated: t('Generated'),
  derived: t('Derived from other data'),
}

export const personalDataWords: Record<NonNullable<Component['personalData']>, string> = {
  none: t('No personal data'),
  personal: t('Personal data'),
  'special-category': t('Special categories of personal data'),
}

export const datasetUses: Record<NonNullable<Component['uses']>[number], string> = {
  training: t('Training'),
  validation: t('Validation'),
  test: t('Test'),
  production: t('Production'),
  retrieval: t('Retrieval'),
}
