import type { Locator, Page } from 'playwright-core'

/** What the example organisation answers, by the question's own words. What is not named here gets "None of these" or 0. */
const answers: Record<string, string | string[]> = {
  'What is the organisation called?': 'Example Bank',
  'In which sector do you work?': 'Financial services',
  'Which of these do you do with AI?': ['Credit scoring', 'Chatbots for customers'],
  'At what stage are you?': 'Established',
  'What do you do with AI?': ['Fine-tuning models', 'Calling AI APIs of others'],
  'Which of these lie between developing and using?': ['AI in hiring, personnel or credit decisions'],
  'Which of these hold for you?': ['Enterprises in the EU are customers'],
  'How many deals did you lose over questions about AI governance?': '1',
  'How much do you train or fine-tune AI models?': '2',
  'How much do you create or curate training data?': '1',
  'How close to the core of your offering is AI?': '1',
  'How often do customers or prospects ask about your AI governance?': '2',
  'How present are you in the EU, or planning to be?': '3',
  'How far does AI decide about individuals?': '3',
  'How many of your competitors hold an AI certificate?': '1',
  'How much regulatory pressure is on your AI?': '3',
}

/** Answers every question of the questionnaire, part by part, and concludes it. */
export async function completeScreening(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Screening' }).click()
  await page.getByRole('button', { name: 'Begin screening' }).click()
  for (const part of ['The organisation', 'What you do with AI', 'Market, plans and regulation', 'Eight ratings']) {
    await page.getByRole('heading', { level: 2, name: part }).waitFor()
    await answerPart(page)
    await page.getByRole('button', { name: 'Go on' }).click()
  }
  await page.getByRole('heading', { level: 2, name: 'AI systems' }).waitFor()
  await page.getByRole('link', { name: 'Check the answers' }).click()
  await page.getByText('Every question is answered.').waitFor()
  await page.getByRole('button', { name: 'Conclude screening' }).click()
  await page.getByText('Result for the organisation').waitFor()
}

async function answerPart(page: Page): Promise<void> {
  for (const [question, answer] of Object.entries(answers)) {
    const field = page.getByLabel(question, { exact: true })
    if ((await field.count()) === 0) continue
    await answerOne(field, answer)
  }
}

async function answerOne(field: Locator, answer: string | string[]): Promise<void> {
  if (Array.isArray(answer)) {
    for (const one of answer) await field.getByRole('checkbox', { name: one, exact: true }).check()
  } else if ((await field.getByRole('radio').count()) > 0) {
    await field.getByRole('radio', { name: new RegExp(`^${answer}( ·|$)`) }).check()
  } else {
    await field.fill(answer)
  }
}
