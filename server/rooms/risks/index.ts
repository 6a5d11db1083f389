export { riskInbox, riskSubjects } from './gathered.ts'
export { isNewestCurrent, systemsBehind } from './watched.ts'
export { riskImports } from './import-register.ts'
export { permissions } from './model.ts'
export { risksNamingControls } from './naming-controls.ts'
export {
  remindOfReassessment,
  riskWatchQueue,
  watchedFacts as watchedByRisks,
  watchFact as watchForRisks,
} from './reassess.ts'
export { riskSimulationQueue } from './figures/ask-simulation.ts'
export { makeSimulation, noteSimulationCalledOff } from './figures/simulate.ts'
export { makeRepeat as makeSimulationAgain, simulationRepeatQueue } from './figures/repeat.ts'
export { readRiskTemplateFacts } from './template-facts.ts'
export { riskRoutes } from './routes.ts'
export { readRisksSituation } from './situation.ts'
export { proposal as proposedCriteria } from './rules/criteria.ts'
export { editableRisks } from './editable.ts'
