import type { TextBlock, TextPart } from '../../workbench/index.js';

/** A text that was written in Markdown, without any HTML of its own. */
export const TextBlocks = ({ blocks }: { readonly blocks: readonly TextBlock[] }) => (
  <>
    {blocks.map((block, at) => (
      <Block key={at} block={block} />
    ))}
  </>
);

function Block({ block }: { readonly block: TextBlock }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h4>
          <Parts parts={block.parts} />
        </h4>
      );
    case 'paragraph':
      return (
        <p>
          <Parts parts={block.parts} />
        </p>
      );
    case 'code':
      return (
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reached with the keyboard
          tabIndex={0}
        >
          {block.text}
        </pre>
      );
    case 'quote':
      return (
        <blockquote>
          <TextBlocks blocks={block.blocks} />
        </blockquote>
      );
    case 'list': {
      const items = block.items.map((blocks, at) => (
        <li key={at}>
          <TextBlocks blocks={blocks} />
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
  }
}

const Parts = ({ parts }: { readonly parts: readonly TextPart[] }) => (
  <>
    {parts.map((part, at) => (
      <Part key={at} part={part} />
    ))}
  </>
);

function Part({ part }: { readonly part: TextPart }) {
  switch (part.kind) {
    case 'text':
      return <>{part.text}</>;
    case 'code':
      return <code>{part.text}</code>;
    case 'strong':
      return (
        <b>
          <Parts parts={part.parts} />
        </b>
      );
    case 'emphasis':
      return (
        <em>
          <Parts parts={part.parts} />
        </em>
      );
    case 'link':
      return (
        <a href={part.address} rel="noreferrer">
          <Parts parts={part.parts} />
        </a>
      );
  }
}
