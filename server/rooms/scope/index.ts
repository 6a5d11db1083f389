export { permissions } from './model.ts'
export { scopeRoutes } from './routes.ts'
export { readScopeSituation, type ScopeSituation } from './situation.ts'
export { readScopeTemplateFacts } from './template-facts.ts'
