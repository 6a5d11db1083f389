import { byPlace, byText, type Finding, type System } from './model.ts'
import { foldersAbove } from './settle.ts'

/** Folder of a manifest → the name it gives the project, if any. */
export type Roots = ReadonlyMap<string, string | undefined>

/**
 * Groups findings by the nearest manifest above them: what is built and shipped together is a candidate for one AI system.
 * @param scanned base name of the scanned folder, which names findings above every manifest
 */
export function systemsOf(findings: readonly Finding[], roots: Roots, scanned: string): System[] {
  const systems = new Map<string, Finding[]>()
  for (const finding of findings) {
    const root = foldersAbove(finding.file).find((folder) => roots.has(folder)) ?? ''
    const known = systems.get(root)
    if (known) known.push(finding)
    else systems.set(root, [finding])
  }
  return [...systems]
    .map(([root, found]) => ({
      name: (roots.get(root) ?? root.split('/').at(-1) ?? '').slice(0, 200),
      root: root === '' ? '.' : root,
      findings: found.toSorted(byPlace),
    }))
    .map((system) => (system.name === '' ? { ...system, name: scanned } : system))
    .toSorted((a, b) => byText(a.root, b.root))
}
