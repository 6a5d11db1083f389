import { z } from 'zod'
import { once, readData } from './load.ts'

const text = z.string().min(1)
const confidence = z.enum(['high', 'medium', 'low'])
const source = z.array(text).optional()

const file = z.strictObject({
  catalog: z.strictObject({ id: text, title: text, checked_on: text }),
  chain: z.array(
    z.strictObject({
      step: z.number().int(),
      who: text,
      standard: text.optional(),
      does: text,
      note: text.optional(),
      confidence,
      source,
    }),
  ),
  key_standards: z.array(z.strictObject({ id: text, role: text, status: text.optional(), confidence })),
  stages: z.array(
    z.strictObject({
      id: text,
      title: text,
      own_words: text.optional(),
      output: text.optional(),
      gate: text.optional(),
      due: text.optional(),
      starts: text.optional(),
      confidence,
      source,
    }),
  ),
  findings: z.array(
    z.strictObject({
      id: z.enum(['major', 'minor', 'ofi', 'stage1_concern']),
      title: text,
      own_words: text,
      blocks_certificate: z.boolean(),
      closure: text.optional(),
      confidence,
    }),
  ),
  corrective_action: z.strictObject({
    steps: z.array(text),
    rule: text,
    typical_windows: z.strictObject({
      note: text,
      plan_due_days: z.array(z.number().int()),
      minor_evidence_due_days: z.array(z.number().int()),
      major_closure_days: z.array(z.number().int()),
    }),
    hard_limits: z.array(z.strictObject({ what: text, limit: text })),
  }),
  audit_time: z.strictObject({
    basis: text,
    factors_public: z.array(text),
    reported_example: z.strictObject({
      persons: text,
      days_producer: z.number(),
      days_developer_provider_or_user: z.number(),
      days_multiple_roles: z.number(),
      source: text,
      confidence,
    }),
    surveillance_rule_of_thumb: text,
    confidence,
  }),
  certificate_must_show: z.array(text),
  auditor_asks: z.array(z.strictObject({ clause: text, asks: z.array(text) })),
  mandatory_documented_information: z.strictObject({
    documents: z.array(z.strictObject({ ref: text, what: text })),
    records: z.array(z.strictObject({ ref: text, what: text })),
    if_control_in_soa: z.strictObject({ note: text, refs: z.array(text) }),
    confidence,
    note: text,
  }),
  roadmap: z.strictObject({
    note: text,
    milestones: z.array(z.strictObject({ month: z.number().int(), id: text, title: text, done_when: text })),
  }),
  verification_checks: z.array(text),
})

export type CertificationProcess = z.infer<typeof file>

const data = once(() => readData('certification-process.yaml', file))

/**
 * The life of an accredited certificate: who accredits whom, stages, findings and their closing, hard limits apart from
 * the windows that a body's contract sets, an example road of twelve months, checks of a body. Own words, with confidence.
 */
export function certificationProcess(): CertificationProcess {
  return data()
}
