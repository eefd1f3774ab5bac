import type { ReactNode } from 'react'
import { type ActionId, actionIds } from '../../lib/key-map.ts'
import { useKeyRegistry } from '../../lib/key-registry.ts'
import { chordsOf } from '../../lib/keys.ts'
import { KeyCap } from '../../ui/KeyCap.tsx'
import { Marked } from '../../ui/Marked.tsx'
import styles from './GuideDialog.module.css'
import { GUIDE_PAGES, type GuidePage } from './guide-pages.ts'
import { type Block, type Piece, rangesIn } from './guide-text.ts'
import { shownChord } from './shown-chord.ts'

export interface GuideArticleProps {
  blocks: readonly Block[]
  /** What is looked for, marked. */
  wanted: string
  onPage: (page: GuidePage) => void
}

export function GuideArticle({ blocks, wanted, onPage }: GuideArticleProps) {
  const line = (pieces: readonly Piece[]) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a line have nothing but their place
    pieces.map((piece, index) => <Shown key={index} piece={piece} wanted={wanted} onPage={onPage} />)
  // biome-ignore lint/suspicious/noArrayIndexKey: nor have the blocks of a page
  return blocks.map((block, index) => <Part key={`${index} ${block.kind}`} block={block} line={line} />)
}

function Part({ block, line }: { block: Block; line: (pieces: readonly Piece[]) => ReactNode }) {
  switch (block.kind) {
    case 'title':
      return <h2>{line(block.pieces)}</h2>
    case 'heading':
      return <h3>{line(block.pieces)}</h3>
    case 'paragraph':
      return <p>{line(block.pieces)}</p>
    case 'list':
      return (
        <ul>
          {block.items.map((item, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items of a list have nothing but their place
            <li key={place}>{line(item)}</li>
          ))}
        </ul>
      )
  }
}

function Shown({ piece, wanted, onPage }: { piece: Piece; wanted: string; onPage: (page: GuidePage) => void }) {
  const remaps = useKeyRegistry((state) => state.remaps)
  const text = <Marked text={piece.text} ranges={rangesIn(piece.text, wanted)} />
  switch (piece.kind) {
    case 'words':
      return text
    case 'strong':
      return <strong>{text}</strong>
    case 'code':
      return <code>{text}</code>
    case 'key': {
      const id = actionIds().find((each): each is ActionId => each === piece.id)
      return id === undefined ? text : <KeyCap chord={shownChord(piece.text, chordsOf(id, remaps))} />
    }
    case 'page': {
      const page = GUIDE_PAGES.find((each) => each === piece.page)
      return (
        <button type="button" className={styles.link} onClick={() => page !== undefined && onPage(page)}>
          {text}
        </button>
      )
    }
  }
}
