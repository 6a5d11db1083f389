import { createHash } from 'node:crypto'
import { canonicalJson } from '@assay/engine'
import { type LossTogether, type QuantifiedRisk, simulationRules } from '@assay/measures'
import type { EstimateView } from './contract.ts'
import type { LossMeasure, Tolerance } from './model.ts'

/** Everything that the result of a simulation depends on. */
export type SimulationInputs = {
  rules: string
  measure: LossMeasure
  currency: string | null
  trials: number
  seed: number
  tolerance: { criteria: string; points: Tolerance['points'] } | null
  /** in the order of their ids, in which they are summed */
  risks: QuantifiedRisk[]
}
/** What is kept of a finished simulation: enough to compute it again without this database. */
export type SimulationRecord = { schema: 'assay-loss-simulation/1' } & SimulationInputs & { result: LossTogether }

type Chosen = {
  measure: LossMeasure
  currency: string | null
  trials: number
  seed: number
  tolerance: SimulationInputs['tolerance']
}
type Estimated = Pick<EstimateView, 'stage' | 'frequency' | 'loss'> & { risk: string }

/** Each risk has a seed of its own from that of the simulation, so that no risk's draws depend on which others are there. */
export function inputsOf({ seed, ...chosen }: Chosen, estimates: readonly Estimated[]): SimulationInputs {
  const risks = estimates
    .filter(({ stage }) => stage === 'inherent')
    .toSorted((a, b) => (a.risk < b.risk ? -1 : 1))
    .map(({ risk, frequency, loss }) => {
      const left = estimates.find((it) => it.risk === risk && it.stage === 'residual')
      const residual = left ? { frequency: left.frequency, loss: left.loss } : null
      return { id: risk, seed: seedOf(seed, risk), inherent: { frequency, loss }, residual }
    })
  return { rules: simulationRules, seed, ...chosen, risks }
}

function seedOf(seed: number, risk: string): number {
  const hashed = createHash('sha256').update(`${seed}:${risk}`).digest().readUInt32BE(0)
  return Math.max(1, hashed)
}

/** Of estimates and tolerance alone: another seed or more trials make a result no older. */
export function basisSha256({ measure, currency, tolerance, risks }: SimulationInputs): string {
  const estimated = risks.map(({ id, inherent, residual }) => ({ id, inherent, residual }))
  return sha256(canonicalJson({ measure, currency, tolerance, risks: estimated }))
}

/** The bytes that are kept and compared. */
export function recordOf(inputs: SimulationInputs, result: LossTogether): { record: string; sha256: string } {
  const kept: SimulationRecord = { schema: 'assay-loss-simulation/1', ...inputs, result }
  const record = canonicalJson(kept)
  return { record, sha256: sha256(record) }
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** What this room wrote as canonical JSON and nobody else can write. */
export function readInputs(text: string): SimulationInputs {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- written by recordOf and ask-simulation alone
  return JSON.parse(text) as SimulationInputs
}

export function readRecord(text: string): SimulationRecord {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- written by recordOf alone
  return JSON.parse(text) as SimulationRecord
}
