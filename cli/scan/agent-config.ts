import type { FileReport } from './candidate.ts'
import { objectOf, parseObject } from './manifest-npm.ts'

const mcpFile =
  /(?:^|\/)(?:\.?mcp\.json|claude_desktop_config\.json|mcp[_-](?:config|servers|settings)\.json|\.(?:cursor|vscode|windsurf|gemini|roo|amazonq)\/(?:mcp|settings)\.json)$/
const agentCard = /(?:^|\/)(?:\.well-known\/)?agent(?:-card)?\.json$/
const crewFile = /(?:^|\/)(?:agents|tasks|crew)\.ya?ml$/
const aiActions =
  /^[ \t]*(?:-[ \t]+)?uses:[ \t]*["']?((?:anthropics\/claude-code(?:-base)?-action|actions\/ai-inference|openai\/codex-action|google-github-actions\/run-gemini-cli|google-gemini\/gemini-cli-action|coderabbitai\/[\w-]+|github\/copilot[\w-]*))@/gm
const cloudResources: readonly [RegExp, string][] = [
  [/\bresource\s+"(aws_bedrock\w*)"/g, 'AWS Bedrock'],
  [/\bresource\s+"(aws_sagemaker_\w+)"/g, 'AWS AI services'],
  [/\bresource\s+"(google_vertex_ai_\w+)"/g, 'Google Vertex AI'],
  [/\bresource\s+"(azurerm_cognitive_\w+|azurerm_ai_\w+|azurerm_machine_learning_\w+)"/g, 'Microsoft Azure AI'],
]

/** Words that let a settings file through to a closer look. */
export const configLiterals: readonly string[] = [
  'mcpServers',
  'aws_bedrock',
  'aws_sagemaker_',
  'google_vertex_ai_',
  'azurerm_cognitive_',
  'azurerm_ai_',
  'azurerm_machine_learning_',
  'claude-code-action',
  'claude-code-base-action',
  'ai-inference',
  'codex-action',
  'gemini-cli',
  'coderabbitai/',
  'github/copilot',
  'weightsManifest',
  'peft_type',
  'backstory',
  'litellm_params',
]

/** True for a file that is read whatever words it holds. */
export function isAgentConfig(file: string): boolean {
  return (
    mcpFile.test(file) ||
    agentCard.test(file) ||
    crewFile.test(file) ||
    /(?:^|\/)(?:langgraph\.json|Modelfile)$/.test(file)
  )
}

/** Programs that act: MCP servers, agent cards, CrewAI files, LangGraph deployments, actions in workflows, cloud resources. */
export function reportAgentConfig(file: string, live: string, report: FileReport): void {
  if (file.endsWith('.json')) reportJson(file, live, report)
  if (crewFile.test(file) && /^[ \t]+role[ \t]*:/m.test(live) && /^[ \t]+(?:goal|backstory)[ \t]*:/m.test(live)) {
    for (const match of live.matchAll(/^([\w-]+)[ \t]*:[ \t\r]*$/gm)) {
      report.add({ kind: 'agent', vendor: 'CrewAI', name: match[1] ?? '', position: match.index, confidence: 'high' })
    }
  }
  for (const match of live.matchAll(aiActions)) {
    const name = match[1] ?? ''
    report.add({ kind: 'agent', name, position: match.index + match[0].search(/\S/), confidence: 'high' })
  }
  for (const [resource, vendor] of cloudResources) {
    for (const match of live.matchAll(resource)) {
      report.add({ kind: 'endpoint', vendor, name: match[1] ?? '', position: match.index, confidence: 'high' })
    }
  }
  const routed = /^[ \t]+litellm_params[ \t]*:/m.exec(live)
  if (routed) {
    const position = routed.index + routed[0].search(/\S/)
    report.add({ kind: 'endpoint', vendor: 'LiteLLM', name: 'litellm model list', position, confidence: 'high' })
  }
  if (/(?:^|\/)Modelfile$/.test(file)) {
    const from = /^FROM\s+(\S+)/m.exec(live)
    const name = from?.[1]
    if (from && name)
      report.add({ kind: 'model-file', vendor: 'Ollama (self-hosted)', name, position: from.index, confidence: 'high' })
  }
}

function reportJson(file: string, live: string, report: FileReport): void {
  const keyAt = (key: string) => Math.max(0, live.indexOf(`"${key}"`))
  const servers =
    live.includes('"mcpServers"') || mcpFile.test(file) ? parseObject(withoutJsonComments(live)) : undefined
  for (const key of ['mcpServers', ...(/(?:^|\/)\.?mcp\.json$/.test(file) ? ['servers'] : [])]) {
    for (const name of Object.keys(objectOf(servers?.[key]) ?? {})) {
      const position = Math.max(keyAt(key), live.indexOf(`"${name}"`, keyAt(key) + key.length + 2))
      report.add({
        kind: 'agent',
        vendor: 'Model Context Protocol',
        name: `mcp server ${name}`,
        position,
        confidence: 'high',
      })
    }
  }
  if (file.endsWith('langgraph.json') && live.includes('"graphs"')) {
    report.add({
      kind: 'agent',
      vendor: 'LangChain',
      name: 'langgraph.json',
      position: keyAt('graphs'),
      confidence: 'high',
    })
  }
  if (agentCard.test(file) && live.includes('"skills"') && /"(?:capabilities|protocolVersion)"/.test(live)) {
    report.add({
      kind: 'agent',
      vendor: 'Agent2Agent',
      name: 'agent card',
      position: keyAt('skills'),
      confidence: 'high',
    })
  }
  if (live.includes('"weightsManifest"') && live.includes('"modelTopology"')) {
    report.add({
      kind: 'model-file',
      vendor: 'TensorFlow',
      name: base(file),
      position: keyAt('modelTopology'),
      confidence: 'high',
    })
  }
  if (/(?:^|\/)adapter_config\.json$/.test(file) && live.includes('"peft_type"')) {
    report.add({
      kind: 'fine-tuning',
      vendor: 'Hugging Face',
      name: 'adapter_config.json',
      position: keyAt('peft_type'),
      confidence: 'high',
    })
  }
}

function base(file: string): string {
  return file.split('/').at(-1) ?? file
}

/** VS Code's settings are JSON with comments and trailing commas. */
function withoutJsonComments(text: string): string {
  return text
    .replace(/("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_, kept: string | undefined) => kept ?? ' ')
    .replace(/,(\s*[}\]])/g, '$1')
}
