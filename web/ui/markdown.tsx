import { Fragment, type ReactNode } from 'react'
import { t } from '../messages/index.ts'
import { Link } from './link.tsx'
import { parseBlocks, parseInline, type Block, type Inline } from './markdown-blocks.ts'
import styles from './markdown.module.css'

/**
 * Text with a little Markdown (headings, paragraphs, lists, quotes, code, tables, strong, emphasis, links), made into React
 * elements and never into HTML, so nothing in it can run. Headings begin below the page's own.
 */
export function Markdown({ children }: { children: string }) {
  const blocks = parseBlocks(children)
  const highest = Math.min(...blocks.map((block) => (block.kind === 'heading' ? block.level : 4)))
  return (
    <div className={styles.text}>
      {blocks.map((block, index) => (
        <Fragment key={`${index} ${block.kind}`}>{showBlock(block, highest)}</Fragment>
      ))}
    </div>
  )
}

/** A text's highest headings follow the section's own (h2), whatever it numbered them. */
function showBlock(block: Block, highest: number): ReactNode {
  switch (block.kind) {
    case 'heading':
      return block.level === highest ? <h3>{showInline(block.text)}</h3> : <h4>{showInline(block.text)}</h4>
    case 'paragraph':
      return <p>{showInline(block.text)}</p>
    case 'quote':
      return <blockquote>{showInline(block.text)}</blockquote>
    case 'code':
      return <pre>{block.text}</pre>
    case 'table':
      return <Table {...block} />
    case 'list': {
      const items = block.items.map((text, index) => <li key={`${index} ${text}`}>{showInline(text)}</li>)
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
  }
}

function Table({ head, rows, aligns }: Extract<Block, { kind: 'table' }>) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways, and must with the keyboard too
    <div className={styles.scroll} role="region" aria-label={t('Table')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th key={`${column} ${cell}`} scope="col" data-align={aligns[column]}>
                {showInline(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={`${index} ${row.join()}`}>
              {row.map((cell, column) => (
                <td key={`${column} ${cell}`} data-align={aligns[column]}>
                  {showInline(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function showInline(text: string): ReactNode[] {
  return parseInline(text).map((piece, index) => <Fragment key={`${index} ${piece.kind}`}>{showPiece(piece)}</Fragment>)
}

function showPiece(piece: Inline): ReactNode {
  switch (piece.kind) {
    case 'text':
      return piece.text
    case 'strong':
      return <strong>{piece.text}</strong>
    case 'emphasis':
      return <em>{piece.text}</em>
    case 'code':
      return <code>{piece.text}</code>
    case 'link':
      return piece.href.startsWith('/') ? (
        <Link to={piece.href}>{piece.text}</Link>
      ) : (
        <a href={piece.href} rel="noreferrer noopener" target="_blank">
          {piece.text}
        </a>
      )
  }
}
