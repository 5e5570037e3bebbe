'use client';
/** A remark as it was written: what people type is shown as pieces of text, never as HTML. */
import { useMemo } from 'react';
import { type Block, type Piece, readRemark } from '../../../domain/remarks/prose.ts';
import { RemarkMaths } from './remark-maths.tsx';

export function RemarkText({ text }: { text: string }) {
  const blocks = useMemo(() => readRemark(text), [text]);
  return (
    <div
      dir="auto"
      className="grid grid-cols-[minmax(0,1fr)] gap-1.5 text-[15px] leading-normal [overflow-wrap:anywhere]"
    >
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text has no other order, and none of it keeps anything
        <ShownBlock key={at} block={block} />
      ))}
    </div>
  );
}

function ShownBlock({ block }: { block: Block }) {
  if (block.as === 'code')
    return <pre className="overflow-x-auto rounded-1 bg-fill px-2.5 py-1.5 font-mono text-[13px]">{block.text}</pre>;
  if (block.as === 'paragraph')
    return (
      <p className="whitespace-pre-line">
        <Pieces of={block.of} />
      </p>
    );
  const List = block.ordered ? 'ol' : 'ul';
  return (
    <List className={block.ordered ? 'list-decimal ps-6' : 'list-disc ps-6'}>
      {block.items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <li key={at}>
          <Pieces of={item} />
        </li>
      ))}
    </List>
  );
}

function Pieces({ of }: { of: readonly Piece[] }) {
  return of.map((piece, at) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    return <ShownPiece key={at} piece={piece} />;
  });
}

function ShownPiece({ piece }: { piece: Piece }) {
  if (piece.as === 'text') return piece.text;
  if (piece.as === 'code')
    return <code className="rounded-[4px] bg-fill px-1 font-mono text-[0.9em]">{piece.text}</code>;
  if (piece.as === 'maths') return <RemarkMaths tex={piece.tex} display={piece.display} />;
  const Tag = piece.as;
  return (
    <Tag>
      <Pieces of={piece.of} />
    </Tag>
  );
}
