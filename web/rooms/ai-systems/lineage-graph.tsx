import { t } from '../../messages/index.ts'
import { Link } from '../../ui/link.tsx'
import { addressOf, kindLabel } from '../../ui/references.ts'
import styles from './lineage.module.css'
import { box, layOut, type Placed } from './lineage-layout.ts'
import type { Lineage } from './words.ts'

/** The lineage as a picture; the table beside it says the same in words. Arrows lead to what is depended on. */
export function LineageGraph({ lineage }: { lineage: Lineage }) {
  const { width, height, nodes, paths } = layOut(lineage)
  return (
    <div className={styles.scroll} role="group" aria-label={t('Lineage as a picture')} tabIndex={0}>
      <svg width={width + 4} height={height + 4} viewBox={`-2 -2 ${width + 4} ${height + 4}`} className={styles.graph}>
        <defs>
          <marker id="lineage-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0 L8 4 L0 8 z" className={styles.arrow} />
          </marker>
        </defs>
        {paths.map(({ id, d }) => (
          <path key={id} d={d} className={styles.path} markerEnd="url(#lineage-arrow)" />
        ))}
        {nodes.map((node) => (
          <Node key={node.ref} node={node} subject={node.ref === lineage.subject} />
        ))}
      </svg>
    </div>
  )
}

function Node({ node, subject }: { node: Placed; subject: boolean }) {
  const { ref, name, state, x, y } = node
  const content = (
    <>
      {shortened(name) !== name && <title>{name}</title>}
      <rect x={x} y={y} width={box.width} height={box.height} rx="6" className={styles.box} data-subject={subject} />
      <text x={x + 12} y={y + 19} className={styles.kind}>
        {kindLabel(ref)}
        {state === 'retired' && ` · ${t('Retired')}`}{' '}
      </text>
      <text x={x + 12} y={y + 36} className={styles.name}>
        {shortened(name)}
      </text>
    </>
  )
  const to = addressOf(ref)
  if (subject || to === undefined) return <g>{content}</g>
  return (
    <Link to={to} plain className={styles.node}>
      {content}
    </Link>
  )
}

// SVG text does not wrap; the whole name is in the title, the link and the table.
function shortened(name: string): string {
  return name.length > 21 ? `${name.slice(0, 20)}…` : name
}
