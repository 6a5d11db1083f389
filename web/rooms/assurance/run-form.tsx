import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { FieldGroup, FileField, Form, TextField, useForm } from '../../ui/form.tsx'
import { useGo } from '../../ui/navigation.ts'
import { listAt, textAt } from './result.ts'
import { upload } from './upload.ts'
import type { Plan } from './words.ts'

type Values = { file: File | null; path: string; test: File | null; testPath: string }

/** Which file a plan is run on; where it looks for rows that two files have in common, which other one. */
export function RunForm({ plan }: { plan: Plan }) {
  const go = useGo()
  const confirms = plan.kind === 'fairness' && listAt(plan.definition, 'tables').includes('subgroups')
  const second = plan.kind === 'quality' || confirms
  const needed = plan.kind === 'quality' && comparesFiles(plan)
  const form = useForm<Values, { id: string }>({
    id: `measurement-run:new:${plan.id}`,
    initial: { file: null, path: '', test: null, testPath: '' },
    check: (values) => complaintsAbout(values, needed),
    save: async ({ file, path, test, testPath }) => {
      const measured = file ? { file: (await upload(file)).id } : { path: path.trim() }
      const other = test
        ? { test: (await upload(test)).id }
        : testPath.trim() === ''
          ? {}
          : { testPath: testPath.trim() }
      return await api.post('/measurement-runs', { plan: plan.id, ...measured, ...other })
    },
    onSaved: ({ id }) => go(`/assurance/runs/${id}`),
  })
  return (
    <Form form={form} submit={t('Run the plan')} permission="assurance:run">
      <p>
        {plan.state === 'approved'
          ? t('It confirms when this very file was never measured under the plan. Every run stays to be seen.')
          : t('The plan is not approved: this run stays exploratory, and the file counts as seen from then on.')}
      </p>
      <FileField
        form={form}
        name="file"
        label={t('File')}
        help={t('CSV, Parquet or JSON lines; gzip too. It is kept, so that the run can be computed again.')}
        accept={accepted}
      />
      <TextField
        form={form}
        name="path"
        label={t('Or a path')}
        help={t('Within the folder that the operator named (ASSAY_MEASURE_FOLDER): the file is read where it is.')}
      />
      {second && (
        <FieldGroup
          legend={t('Second file')}
          help={
            needed
              ? t('This plan looks for rows that are in both files, so both are needed.')
              : confirms
                ? t(
                    'What the search finds in the first is confirmed on this one. Empty: on rows held back, or not at all.',
                  )
                : t('Only for checks that look for rows in both files, such as training and test data.')
          }
        >
          <FileField form={form} name="test" label={t('Test file')} accept={accepted} />
          <TextField form={form} name="testPath" label={t('Or the path of the test file')} />
        </FieldGroup>
      )}
    </Form>
  )
}

const accepted = '.csv,.tsv,.txt,.jsonl,.ndjson,.parquet,.gz,.zst'

function complaintsAbout(
  { file, path, test, testPath }: Values,
  needed: boolean,
): Partial<Record<keyof Values, string>> {
  const both = t('Choose a file, or give a path, not both.')
  const named = (test === null ? 0 : 1) + (testPath.trim() === '' ? 0 : 1)
  return {
    ...((file === null) === (path.trim() === '') && { file: both }),
    ...((named > 1 || (needed && named === 0)) && { test: both }),
  }
}

function comparesFiles({ definition }: Plan): boolean {
  return listAt(definition, 'checks').some((check) => textAt(check, 'check') === 'train-test-overlap')
}
