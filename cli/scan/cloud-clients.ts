import type { FileReport } from './candidate.ts'
import { type SourceText, stringAt } from './source-text.ts'

/** boto3 reaches every AWS service through one package: the service's name in the call is the sign. */
const awsServices = new Map([
  ['bedrock', 'AWS Bedrock'],
  ['bedrock-runtime', 'AWS Bedrock'],
  ['bedrock-agent', 'AWS Bedrock'],
  ['bedrock-agent-runtime', 'AWS Bedrock'],
  ['bedrock-agentcore', 'AWS Bedrock'],
  ['sagemaker', 'AWS AI services'],
  ['sagemaker-runtime', 'AWS AI services'],
  ['rekognition', 'AWS AI services'],
  ['comprehend', 'AWS AI services'],
  ['comprehendmedical', 'AWS AI services'],
  ['textract', 'AWS AI services'],
  ['transcribe', 'AWS AI services'],
  ['translate', 'AWS AI services'],
  ['polly', 'AWS AI services'],
  ['lexv2-runtime', 'AWS AI services'],
  ['personalize-runtime', 'AWS AI services'],
  ['frauddetector', 'AWS AI services'],
  ['kendra', 'AWS AI services'],
])

const client = /\.\s*(?:client|create_client)\s*\(\s*(?:service_name\s*=\s*)?(?=['"])/g

export function reportCloudClients(text: SourceText, report: FileReport): void {
  if (!/\b(?:boto3|aioboto3|aiobotocore|botocore)\b/.test(text.code)) return
  for (const match of text.code.matchAll(client)) {
    const service = stringAt(text, match.index + match[0].length + 1)
    const vendor = service && awsServices.get(service)
    if (service && vendor) {
      report.add({ kind: 'sdk', vendor, name: `boto3 ${service}`, position: match.index, confidence: 'high' })
    }
  }
}
