import type { Http } from '#platform/http/http.ts'
import { componentRoutes } from './components/routes.ts'
import { lineageRoutes } from './components/routes-lineage.ts'
import type { AiSystemParts } from './parts.ts'
import { intakeRoutes } from './routes-intake.ts'
import { moveRoutes } from './routes-moves.ts'
import { registerRoutes } from './routes.ts'

/** All routes of this room. */
export function aiSystemRoutes(app: Http, parts: AiSystemParts): void {
  registerRoutes(app)
  moveRoutes(app, parts)
  intakeRoutes(app)
  componentRoutes(app)
  lineageRoutes(app)
}
