import type { Problem } from '@assay/server/rooms/screening/contract.ts'
import { readAnswers } from '@assay/server/rooms/screening/contract.ts'
import { screen } from '@assay/server/rooms/screening/model.ts'
import type { Io } from '../command.ts'
import { readAnswersFile } from './read-answers-file.ts'
import { report } from './report.ts'

export async function screenFile({ file, json }: { file: string | undefined; json: boolean }, io: Io): Promise<number> {
  if (file === undefined)
    return refused([{ path: '--answers', message: 'is missing; name the file of answers' }], json, io)

  const content = await readAnswersFile(file, io)
  if (!content.ok) return refused(content.error.problems, json, io)

  const answers = readAnswers(content.value)
  if (!answers.ok) return refused(answers.error.problems, json, io)

  const screened = screen(answers.value)
  if (!screened.ok) return refused(screened.error.problems, json, io)

  io.out(
    json ? `${JSON.stringify(screened.value, null, 2)}\n` : report(answers.value.organization.name, screened.value),
  )
  return 0
}

function refused(problems: Problem[], json: boolean, io: Io): number {
  if (json) {
    const answer = `${JSON.stringify({ problems })}\n`
    io.out(answer)
    io.err(answer)
  } else {
    io.err('assay screen: these answers give no result.\n')
    for (const { path, message } of problems) io.err(`  ${path}: ${message}\n`)
  }
  return 2
}
