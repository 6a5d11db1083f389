import { Link } from '../../ui/link.tsx'
import styles from './frameworks.module.css'
import type { Node } from './tree.ts'
import { requirementName, requirementPath } from './words.ts'

/** The tree of a framework: the top folds, what lies below is read. `open` unfolds everything. */
export function Tree({ nodes, open }: { nodes: Node[]; open: boolean }) {
  return nodes.map((node) =>
    node.children.length > 0 ? (
      <details key={node.item.ref} className={styles.branch} open={open || undefined}>
        <summary>
          {requirementName(node.item)} <span className={styles.muted}>{leaves(node) || ''}</span>
        </summary>
        <Branch node={node} />
      </details>
    ) : (
      <div key={node.item.ref} className={styles.branch}>
        <Requirement node={node} />
      </div>
    ),
  )
}

function Branch({ node }: { node: Node }) {
  return (
    <ul className={styles.requirements}>
      {node.children.map((child) => (
        <li key={child.item.ref}>
          <Requirement node={child} />
          {child.children.length > 0 && <Branch node={child} />}
        </li>
      ))}
    </ul>
  )
}

function Requirement({ node: { item } }: { node: Node }) {
  const name = requirementName(item)
  return (
    <>
      {item.heading ? <strong>{name}</strong> : <Link to={requirementPath(item.framework, item.ref)}>{name}</Link>}
      {item.intent && <p className={styles.muted}>{item.intent}</p>}
    </>
  )
}

function leaves({ item, children }: Node): number {
  const below = children.reduce((sum, child) => sum + leaves(child), 0)
  return children.length > 0 ? below : Number(!item.heading)
}
