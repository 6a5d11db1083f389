import type { Http } from '#platform/http/http.ts'
import { compareRoutes } from './compare/routes.ts'
import { fileRoutes } from './files/routes.ts'
import { inspectionRoutes } from './files/routes-inspections.ts'
import type { AssuranceParts } from './parts.ts'
import { planRoutes } from './routes-plans.ts'
import { runRoutes } from './routes-runs.ts'
import { watchRoutes } from './watch/routes.ts'

export function assuranceRoutes(app: Http, parts: AssuranceParts): void {
  fileRoutes(app, parts)
  inspectionRoutes(app, parts)
  planRoutes(app, parts)
  runRoutes(app, parts)
  compareRoutes(app, parts)
  watchRoutes(app, parts)
}
