import { distance } from 'fastest-levenshtein';

/**
 * The known word that an author most likely meant, or undefined when none is near: the same but for case, one or two
 * letters off, or one the beginning of the other (`active` for `activeStatus`).
 */
export function nearMiss(word: string, known: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  const ranked = [...known]
    .map((candidate) => ({ candidate, rank: rankOf(wanted, candidate.toLowerCase()) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank);
  return ranked[0]?.candidate;
}

function rankOf(word: string, candidate: string): number {
  const edits = distance(word, candidate);
  if (edits <= Math.min(2, Math.floor(candidate.length / 3))) return edits;
  const sharesStart = word.length >= 4 && (candidate.startsWith(word) || word.startsWith(candidate));
  return sharesStart ? 3 + edits : Infinity;
}
