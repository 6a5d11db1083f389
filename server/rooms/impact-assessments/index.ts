export { beginAssessment } from './begin.ts'
export {
  approveAssessment,
  reaffirmAssessment,
  returnAssessment,
  submitAssessment,
  withdrawAssessment,
} from './decide.ts'
export { editableAssessments } from './editable.ts'
export { impactInbox, impactSubjects, readBarsToOperation } from './gathered.ts'
export { permissions } from './model.ts'
export { impactWatchQueue, remindOfReviews, reopenAssessment, watchedByImpact, watchForImpact } from './reopen.ts'
export { impactAssessmentRoutes } from './routes.ts'
export { setRules } from './set-rules.ts'
export { readImpactSituation } from './situation.ts'
export { readImpactTemplateFacts } from './template-facts.ts'
export { addMeasure, editAssessment } from './write.ts'
