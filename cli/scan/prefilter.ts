import { configLiterals } from './agent-config.ts'
import { endpointLiterals } from './endpoints.ts'
import { searcher } from './search-bytes.ts'
import { signatures } from './signatures.ts'

// Most files hold none of the words below and are done with after one pass over their bytes. A word too many costs time, a
// word too few would lose findings, which the fixtures would show.
const trainingWords = [
  'fine_tun fineTun FineTun inetuned ine_tuned ine_Tuned create_tuned_model tunings',
  'odel_customization_job ModelCustomizationJob create_training_job CreateTrainingJob',
].flatMap(split)
const promptWords = [
  'SYSTEM_ SYSTEMPROMPT system_prompt system_message system_instruction systemPrompt SystemPrompt systemMessage',
  'SystemMessage systemInstruction SystemInstruction PromptTemplate promptTemplate prompt_template PROMPT_TEMPLATE',
  '_PROMPT template: template= prompt: prompt= "system" \'system\' \'developer\' "developer" instructions system: system=',
  'SystemMessage(',
]
  .flatMap(split)
  .concat('You are ', 'template = ', 'prompt = ')
const cloudWords = split(
  'bedrock sagemaker rekognition comprehend textract transcribe translate polly lexv2 personalize-runtime frauddetector kendra',
)

function split(words: string): string[] {
  return words.split(' ')
}

/** Package names are often plain words: only quoted, as a specifier has them, are they a sign. */
const npmWords = signatures
  .flatMap(({ npm }) => npm ?? [])
  .flatMap((name) => (name.startsWith('@') ? [name.replace('*', '')] : specifiers(name)))

function specifiers(name: string): string[] {
  return [`'${name}'`, `"${name}"`, `\`${name}\``, `'${name}/`, `"${name}/`, `npm:${name}`, `/${name}@`, `npm/${name}`]
}

const pythonWords = signatures.flatMap(({ pypi }) => Object.values(pypi ?? {}).flat()).flatMap(importForms)

/** A module is named after a blank or in quotes. `from google import genai` splits what `import google.genai` joins. */
function importForms(module: string): string[] {
  const [first = '', second = ''] = module.split('.')
  const last = module.split('.').at(-1) ?? first
  const words = first === 'google' ? [`google.${second}`, last] : [first.replace('*', '')]
  return words.flatMap((word) => [` ${word}`, `\t${word}`, `'${word}`, `"${word}`])
}

const words = (...lists: readonly string[][]) => [...new Set(lists.flat())]

/** What a file may hold; each part is looked for only when its bit is set. */
export const may = { useCode: 1, reachEndpoint: 2, holdPrompt: 4 } as const
export const everything = may.useCode | may.reachEndpoint | may.holdPrompt

const endpointWords = words([...endpointLiterals])

/** From the bytes of a file to what it may hold, as bits of `may`. */
export const mayHold = {
  javascript: searcher([words(npmWords, trainingWords), endpointWords, promptWords]),
  python: searcher([words(pythonWords, trainingWords, cloudWords), endpointWords, promptWords]),
  config: searcher([words([...configLiterals]), endpointWords]),
}
