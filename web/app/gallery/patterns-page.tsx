import { t } from '../../messages/index.ts'
import { ActivityList } from '../../ui/activity.tsx'
import { DateTime } from '../../ui/date-time.tsx'
import { DiffView } from '../../ui/diff-view.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import {
  CheckboxField,
  ChoiceField,
  FieldGroup,
  FileField,
  Form,
  MultiSelectField,
  NumberField,
  SelectField,
  TagsField,
  TextareaField,
  TextField,
  useForm,
} from '../../ui/form.tsx'
import { JobCard } from '../../ui/job-card.tsx'
import { LevelBars, LevelsOverTime, type LevelPoint } from '../../ui/level-chart.tsx'
import { Markdown } from '../../ui/markdown.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { StateBadge, type Tone } from '../../ui/state-badge.tsx'
import { Stepper } from '../../ui/stepper.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { toast } from '../../ui/toast.ts'
import { LinkButton, VerbButton } from '../../ui/verb-button.tsx'
import { stateOptions } from './supplier.ts'

const tones: Tone[] = ['positive', 'active', 'caution', 'critical', 'neutral', 'missing']

const points: LevelPoint[] = Array.from({ length: 12 }, (_, month) => ({
  on: `2025-${String(month + 1).padStart(2, '0')}-01`,
  counts: {
    effective: Math.max(0, month - 7) * 3,
    operating: Math.max(0, month - 4) * 3,
    implemented: month * 2,
    documented: 6 + month,
    stale: month > 8 ? 3 : 1,
    missing: Math.max(4, 60 - month * 6),
  },
}))

/** Every pattern once, with made-up content. */
export default function PatternsPage() {
  return (
    <Page
      title="Patterns"
      kind="Gallery"
      state={<StateBadge tone="active" label="In draft" />}
      lead="Every pattern of web/ui with made-up content, to look at in both themes."
      actions={
        <>
          <VerbButton look="primary" onClick={() => toast({ message: 'Saved', undo: async () => undefined })}>
            Save with undo
          </VerbButton>
          <VerbButton
            look="danger"
            onClick={() => toast({ message: 'Withdrawn' })}
            confirm={{
              title: 'Withdraw the policy?',
              body: 'Version 3 stays in the past.',
              verb: 'Withdraw',
              danger: true,
            }}
          >
            Withdraw
          </VerbButton>
          <VerbButton onClick={() => undefined} cannot="The reviewer is the owner. Ask somebody else to review it.">
            Approve
          </VerbButton>
          <LinkButton to="/gallery/suppliers" look="quiet">
            Suppliers
          </LinkButton>
        </>
      }
    >
      <Section title="States">
        <p>
          {tones.map((tone) => (
            <span key={tone}>
              <StateBadge tone={tone} label={tone} />{' '}
            </span>
          ))}
        </p>
      </Section>
      <Section title="Levels">
        <LevelBars
          label="Clauses and controls"
          counts={points.at(-1)?.counts ?? {}}
          to={(level) => `/?level=${level}`}
        />
      </Section>
      <Section title="Levels over time">
        <LevelsOverTime label="Clauses and controls by level, 2025" points={points} />
      </Section>
      <Section title="Facts and text">
        <Facts>
          <Fact label="Owner">Ada Byron</Fact>
          <Fact label="Review due">
            <DateTime value="2026-03-03" />
          </Fact>
          <Fact label="Approved by" />
        </Facts>
        <Markdown>
          {
            '## Purpose\nScores applications for **consumer loans**, see [the register](/gallery/suppliers).\n\n- not used for `mortgages`\n- reviewed twice a year'
          }
        </Markdown>
        <DiffView before="reviewed twice a year by the vendor" after="reviewed once a year by a person" />
      </Section>
      <Section title="Refusal, empty, long work">
        <ProblemAlert error={new Error('The checkpoint is older than the log.')} />
        <br />
        <EmptyState
          action={<LinkButton to="/gallery/suppliers/new">Add supplier</LinkButton>}
          link={{ label: 'Clause 4.1', to: '/' }}
        >
          External and internal issues belong here.
        </EmptyState>
        <br />
        <JobCard id="running" />
      </Section>
      <Section title="Activity">
        <ActivityList
          items={[
            {
              seq: 120,
              recordedAt: '2026-03-03T09:12:00Z',
              actor: { id: '1', name: 'Ada Byron' },
              type: 'supplier.changed',
              text: 'changed the purpose',
              changes: [
                { field: t('Purpose'), before: 'Scores loan applicants', after: 'Scores consumer loan applicants' },
              ],
            },
            {
              seq: 96,
              recordedAt: '2026-02-01T15:40:00Z',
              actor: null,
              type: 'supplier.reminded',
              text: 'reminded the owner',
            },
          ]}
        />
      </Section>
      <Section title="Tabs">
        <Tabs
          label="Parts"
          tabs={[
            { key: 'risks', label: 'Risks', count: 3, content: <p>Three risks.</p> },
            { key: 'controls', label: 'Controls', count: 12, content: <p>Twelve controls.</p> },
          ]}
        />
      </Section>
      <Section title="Form">
        <EveryField />
      </Section>
      <Section title="Interview">
        <Stepper
          label="Questions"
          finish={{ label: 'See the result', to: '/gallery' }}
          steps={[
            { key: 'context', label: 'Context', state: 'answered', content: <p>What matters outside?</p> },
            { key: 'parties', label: 'Interested parties', state: 'begun', content: <p>Who matters?</p> },
            { key: 'scope', label: 'Scope', state: 'open', content: <p>What is in?</p> },
          ]}
        />
      </Section>
    </Page>
  )
}

type Values = {
  name: string
  text: string
  state: string
  kind: string
  roles: string[]
  tags: string[]
  people: number | null
  consent: boolean
  file: File | null
}

function EveryField() {
  const form = useForm<Values>({
    id: 'gallery',
    initial: {
      name: '',
      text: '',
      state: '',
      kind: '',
      roles: [],
      tags: ['lending'],
      people: null,
      consent: false,
      file: null,
    },
    check: ({ name, text }) => ({ ...(!name && { name: 'Name it.' }), ...(!text && { text: 'Say what it is for.' }) }),
    save: async () => undefined,
  })
  return (
    <Form form={form} submit="Save everything" cancel="/gallery">
      <TextField form={form} name="name" label="Name" help="As people here call it." required />
      <TextareaField form={form} name="text" label="Purpose" required />
      <FieldGroup legend="Details">
        <SelectField form={form} name="state" label="State" options={stateOptions} />
        <ChoiceField
          form={form}
          name="kind"
          label="Kind"
          options={stateOptions.map((one) => ({ ...one, help: 'Some help' }))}
        />
        <MultiSelectField form={form} name="roles" label="Roles" options={stateOptions} />
        <TagsField form={form} name="tags" label="Tags" />
        <NumberField form={form} name="people" label="People affected" min={0} />
        <FileField form={form} name="file" label="File" />
        <CheckboxField form={form} name="consent" label="People are told that AI is used" help="Before they apply." />
      </FieldGroup>
    </Form>
  )
}
