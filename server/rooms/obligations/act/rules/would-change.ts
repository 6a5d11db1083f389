import type { ActAnswers } from './answers.ts'
import type { ActResult, Core } from './result.ts'
import { exceptions, practices, supplyFacts } from './words.ts'

export const changeTexts = {
  use: 'It gets a use of Annex III, such as recruiting or credit rating',
  noUse: 'None of the uses of Annex III applies any more',
  product: 'It becomes a safety component of a product of Annex I, section A',
  profiles: 'It profiles persons',
  profilesNot: 'It profiles no person',
  exception: 'A condition of Art. 6(3) holds',
  noException: 'No condition of Art. 6(3) holds any more',
  practice: 'It serves a practice of Art. 5',
  noPractice: 'The forbidden practice ends',
  rebrands: 'We put our name on it',
  modifies: 'We modify it substantially',
  talks: 'People deal with it directly',
  reach: 'It or its output reaches the Union',
  outside: 'Neither it nor its output reaches the Union any more',
} as const

type Change = { answer: string; made: ActAnswers }

/** Which single answers, were they otherwise, would class the system otherwise or make the organization its provider. */
export function whatWouldChange(answers: ActAnswers, coreOf: (it: ActAnswers) => Core): ActResult['wouldChange'] {
  const now = coreOf(answers)
  return changesFrom(answers).flatMap(({ answer, made }) => {
    const then = coreOf(made)
    const becomesProvider = provides(then) && !provides(now)
    if (then.class === now.class && !becomesProvider) return []
    return [{ answer, class: then.class, becomesProvider }]
  })
}

function provides({ roles }: Core): boolean {
  return roles.some(({ role }) => role === 'provider')
}

function changesFrom(it: ActAnswers): Change[] {
  const { annexIii, supply } = it
  const withFact = (fact: (typeof supplyFacts)[number]): ActAnswers => ({
    ...it,
    supply: supplyFacts.filter((one) => one === fact || supply.includes(one)),
  })
  const exempt = it.exceptions.length > 0
  return [
    annexIii.length > 0
      ? { answer: changeTexts.noUse, made: { ...it, annexIii: [], exceptions: [] } }
      : { answer: changeTexts.use, made: { ...it, annexIii: ['4(a)'] } },
    ...(it.annexI === null ? [{ answer: changeTexts.product, made: { ...it, annexI: 'section-a' as const } }] : []),
    it.profiling === 'yes'
      ? { answer: changeTexts.profilesNot, made: { ...it, profiling: 'no' } }
      : { answer: changeTexts.profiles, made: { ...it, profiling: 'yes' } },
    ...(annexIii.length > 0
      ? [
          exempt
            ? { answer: changeTexts.noException, made: { ...it, exceptions: [] } }
            : { answer: changeTexts.exception, made: { ...it, exceptions: [exceptions[0]] } },
        ]
      : []),
    it.practices.length > 0
      ? { answer: changeTexts.noPractice, made: { ...it, practices: [] } }
      : { answer: changeTexts.practice, made: { ...it, practices: [practices[0]] } },
    { answer: changeTexts.rebrands, made: withFact('rebrands') },
    { answer: changeTexts.modifies, made: withFact('modifies-substantially') },
    { answer: changeTexts.talks, made: { ...it, transparency: ['talks-to-people'] } },
    it.reach === 'outside'
      ? { answer: changeTexts.reach, made: { ...it, reach: 'in-union', exclusions: [] } }
      : { answer: changeTexts.outside, made: { ...it, reach: 'outside' } },
  ]
}
