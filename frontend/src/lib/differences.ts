export interface Piece {
  text: string;
  kind: 'same' | 'removed' | 'added';
}

/** Beyond this many comparisons letters become words, so that two long abstracts do not stop the page. */
const mostComparisons = 400_000;

/**
 * What must be removed from and added to `before` to get `after`: letter by letter, where a Chinese character counts as
 * a word of its own. Differences that are closer together than a few letters are shown as one, since a word in confetti
 * cannot be read.
 */
export function differences(before: string, after: string): Piece[] {
  const letters = compare([...before], [...after]);
  if (letters) return legible(letters);
  const words = compare(wordsOf(before), wordsOf(after));
  return (
    words ?? [
      { text: before, kind: 'removed' },
      { text: after, kind: 'added' },
    ]
  );
}

const word = /\p{Script=Han}|[\p{L}\p{N}]+|[^\p{L}\p{N}]/gu;

function wordsOf(text: string): string[] {
  return text.match(word) ?? [];
}

/** The longest common subsequence, as pieces; undefined when the two are too long for it. */
function compare(before: readonly string[], after: readonly string[]): Piece[] | undefined {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before.at(-1 - end) === after.at(-1 - end)
  )
    end++;
  const left = before.slice(start, before.length - end);
  const right = after.slice(start, after.length - end);
  if (left.length * right.length > mostComparisons) return undefined;
  return joined([
    { text: before.slice(0, start).join(''), kind: 'same' },
    ...between(left, right),
    { text: before.slice(before.length - end).join(''), kind: 'same' },
  ]);
}

function between(left: readonly string[], right: readonly string[]): Piece[] {
  const width = right.length + 1;
  const common = new Uint32Array((left.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      common[i * width + j] =
        left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const [a, b] = [left[i], right[j]];
    if (a !== undefined && a === b) {
      pieces.push({ text: a, kind: 'same' });
      i++;
      j++;
    } else if (a !== undefined && (b === undefined || at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ text: a, kind: 'removed' });
      i++;
    } else if (b !== undefined) {
      pieces.push({ text: b, kind: 'added' });
      j++;
    }
  }
  return pieces;
}

/** Neighbours of one kind become one piece; between two common pieces, what was removed comes before what was added. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  let [removed, added] = ['', ''];
  function flush() {
    if (removed) result.push({ text: removed, kind: 'removed' });
    if (added) result.push({ text: added, kind: 'added' });
    [removed, added] = ['', ''];
  }
  for (const piece of pieces) {
    if (piece.text === '') continue;
    if (piece.kind === 'removed') removed += piece.text;
    else if (piece.kind === 'added') added += piece.text;
    else {
      flush();
      const last = result.at(-1);
      if (last?.kind === 'same') last.text += piece.text;
      else result.push({ ...piece });
    }
  }
  flush();
  return result;
}

const shortLatin = /^[\p{Script=Latin}\p{N}]{1,2}$/u;

function legible(pieces: readonly Piece[]): Piece[] {
  const calmed = pieces.flatMap((piece, i): Piece[] => {
    const inside = i > 0 && i < pieces.length - 1;
    return piece.kind === 'same' && inside && shortLatin.test(piece.text)
      ? [
          { text: piece.text, kind: 'removed' },
          { text: piece.text, kind: 'added' },
        ]
      : [piece];
  });
  return joined(calmed);
}
