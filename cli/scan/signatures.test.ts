import { describe, expect, test } from 'vitest'
import { scanConfig } from './config-files.ts'
import { mayHold } from './prefilter.ts'
import { npmPackage, pythonModule, pythonName, pythonPackage, signatures } from './signatures.ts'
import { scanJavascript, scanPython } from './source-files.ts'

const npm = signatures.flatMap((row) => row.npm ?? [])
const distributions = signatures.flatMap((row) => Object.keys(row.pypi ?? {}))
const modules = signatures.flatMap((row) => Object.values(row.pypi ?? {}).flat())
const example = (pattern: string) => pattern.replaceAll('*', 'example')

test('knows at least 120 packages of each ecosystem that it reads', () => {
  expect(npm.length).toBeGreaterThanOrEqual(120)
  expect(distributions.length).toBeGreaterThanOrEqual(120)
})

test('names every npm package once, and every distribution in its PEP 503 spelling', () => {
  expect(npm.filter((name, at) => npm.indexOf(name) !== at)).toEqual([])
  expect(distributions.filter((name) => !name.endsWith('*') && pythonName(name) !== name)).toEqual([])
})

/** The names that a scan of this text gives, first by its bytes and then by its words, as a file is read. */
function namesIn(language: 'javascript' | 'python' | 'config', text: string): string[] {
  const parts = mayHold[language](Buffer.from(text))
  if (parts === 0) return []
  const found =
    language === 'javascript'
      ? scanJavascript('a.ts', text, parts)
      : language === 'python'
        ? scanPython('a.py', text, parts)
        : scanConfig('a.yaml', text)
  return found.map(({ finding }) => finding.name)
}

describe('every row of the tables is found in a file', () => {
  test('npm packages, imported, required and loaded', () => {
    const missed = npm
      .map(example)
      .flatMap((name) =>
        [`import x from "${name}"`, `const x = require('${name}/part')`, `await import(\`${name}\`)`]
          .filter((text) => !namesIn('javascript', text).includes(name))
          .map((text) => text),
      )
    expect(missed).toEqual([])
  })

  test('Python modules, whole and in parts', () => {
    const missed = modules.map(example).flatMap((module) => {
      const [parent, last] = [module.split('.').slice(0, -1).join('.'), module.split('.').at(-1)]
      const forms = [`import ${module} as x`, `from ${module}.part import y`, `importlib.import_module("${module}")`]
      if (parent !== '') forms.push(`from ${parent} import (\n    ${last},\n)`)
      return forms.filter((text) => namesIn('python', text).length !== 1)
    })
    expect(missed).toEqual([])
  })

  test('hosts, variables and images', () => {
    const hosts = signatures.flatMap((row) => (row.hosts ?? []).map((host) => `url: https://${example(host)}/v1`))
    const variables = signatures.flatMap((row) => (row.env ?? []).map((name) => `${name}: abc`))
    const images = signatures.flatMap((row) => (row.images ?? []).map((image) => `image: ${image}:1.2`))
    expect([...hosts, ...variables, ...images].filter((text) => namesIn('config', text).length !== 1)).toEqual([])
  })
})

describe('a name belongs to one maker', () => {
  test.each([
    ['@anthropic-ai/claude-agent-sdk', 'Anthropic Agents'],
    ['@anthropic-ai/sdk', 'Anthropic'],
    ['@langchain/anything-new', 'LangChain'],
    ['@huggingface/transformers', 'Hugging Face'],
    ['langchainx', undefined],
    ['@langchain', undefined],
    ['openai-api', undefined],
  ])('%s of npm: %s', (name, vendor) => {
    expect(npmPackage(name)?.signature.vendor).toBe(vendor)
  })

  test.each([
    ['Scikit_Learn', 'scikit-learn'],
    ['langchain-openai', 'LangChain'],
    ['llama_index.llms.openai', 'LlamaIndex'],
    ['pytorch', 'PyTorch'],
    ['openai-mock', undefined],
  ])('%s of PyPI: %s', (name, vendor) => {
    expect(pythonPackage(name)?.signature.vendor).toBe(vendor)
  })

  test.each([
    ['google.cloud.vision_v1.types', 'google-cloud-vision'],
    ['google.cloud.storage', undefined],
    ['langchain_openai.chat_models', 'langchain-openai'],
    ['torchvision.models', 'torchvision'],
    ['torchlike', undefined],
  ])('the module %s: %s', (module, name) => {
    expect(pythonModule(module)?.name).toBe(name)
  })
})
