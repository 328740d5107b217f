import { lexer, type Token, type Tokens } from 'marked';
import type { TextBlock, TextPart } from '../api.js';

/** Where a link may lead: to a view of the console, or to a page of the web. */
const ADDRESS = /^(?:#\/|https?:\/\/)/;

/**
 * Markdown as plain data, to be drawn without any HTML: paragraphs, headings, lists, code, quotes; strong, emphasis, code and
 * links in them. Everything else, HTML as well, stays the text that it is.
 */
export const textBlocks = (markdown: string): readonly TextBlock[] => lexer(markdown).flatMap(blockOf);

function blockOf(token: Token): readonly TextBlock[] {
  switch (token.type) {
    case 'space':
    case 'def':
    case 'hr':
      return [];
    case 'heading':
      return [{ kind: 'heading', parts: partsOf(token.tokens) }];
    case 'code':
      return [{ kind: 'code', text: token.text }];
    case 'blockquote':
      return [{ kind: 'quote', blocks: (token.tokens ?? []).flatMap(blockOf) }];
    case 'list':
      return [listOf(token as Tokens.List)];
    case 'paragraph':
    case 'text':
      return [{ kind: 'paragraph', parts: partsOf(token.tokens ?? [token]) }];
    default:
      return [{ kind: 'paragraph', parts: [{ kind: 'text', text: token.raw.trim() }] }];
  }
}

const listOf = ({ ordered, items }: Tokens.List): TextBlock => ({
  kind: 'list',
  ordered,
  items: items.map(({ tokens }) => tokens.flatMap(blockOf)),
});

const partsOf = (tokens: readonly Token[] = []): readonly TextPart[] => tokens.map(partOf);

function partOf(token: Token): TextPart {
  switch (token.type) {
    case 'strong':
      return { kind: 'strong', parts: partsOf(token.tokens) };
    case 'em':
      return { kind: 'emphasis', parts: partsOf(token.tokens) };
    case 'codespan':
      return { kind: 'code', text: token.text };
    case 'link':
      return ADDRESS.test(token.href)
        ? { kind: 'link', address: token.href, parts: partsOf(token.tokens) }
        : { kind: 'text', text: token.raw };
    case 'br':
      return { kind: 'text', text: ' ' };
    case 'escape':
    case 'text':
      return { kind: 'text', text: token.text };
    default:
      return { kind: 'text', text: token.raw };
  }
}
