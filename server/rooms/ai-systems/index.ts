export { readComponentTemplateFacts } from './components/template-facts.ts'
export { AiSystemDraft } from './contract.ts'
export { registerAiSystem as createAiSystem } from './register.ts'
export { editAiSystem } from './edit.ts'
export {
  approveAiSystem,
  dismissAiSystem,
  putIntoUse,
  resumeAiSystem,
  retireAiSystem,
  startDevelopment,
  suspendAiSystem,
  takeBack,
  verifyAiSystem,
} from './move.ts'
export { confirmRoles, decideScope, reviewAiSystem, withdrawRoles } from './decide.ts'
export { acceptIntake, askForAiSystem, findSimilar } from './intake.ts'
export { recordResource } from './resources.ts'
export { registerComponent, retireComponent, reviewComponent } from './components/register.ts'
export { addVersion } from './components/versions.ts'
export { linkComponent } from './components/link.ts'
export { type AiSystemId, permissions } from './model.ts'
export { aiSystemImports } from './import-register.ts'
export { aiSystemInbox } from './inbox.ts'
export { aiSystemSubjects } from './subjects.ts'
export { aiSystemRoutes } from './routes-all.ts'
export { type AiSystemsSituation, readAiSystemsSituation } from './situation.ts'
export { listSystemsForScope } from './for-scope.ts'
export { iso22989RoleNames, readAiSystemTemplateFacts } from './template-facts.ts'
export { editableAiSystems } from './editable.ts'
export { editableComponents } from './components/editable.ts'
