import { aiSystemImports } from '#rooms/ai-systems/index.ts'
import { controlImports } from '#rooms/controls/index.ts'
import { type ImportRegister, peopleImports } from '#rooms/imports/index.ts'
import { obligationImports } from '#rooms/obligations/index.ts'
import { riskImports } from '#rooms/risks/index.ts'
import type { Config } from '#platform/config.ts'
import { permissions } from './permissions.ts'

/** Every register that files can be taken into. */
export function importRegisters({ mail }: Pick<Config, 'mail'>): readonly ImportRegister[] {
  return [
    asAny(aiSystemImports),
    asAny(controlImports),
    asAny(obligationImports),
    asAny(riskImports),
    asAny(peopleImports(permissions, { mailed: mail !== undefined })),
  ]
}

// A register reads back only the drafts that it made itself, so what a draft looks like stays its own matter.
function asAny<Draft>(register: ImportRegister<Draft>): ImportRegister {
  return register as unknown as ImportRegister
}
