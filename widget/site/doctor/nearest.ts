/** Edits from one word to another: insert, drop, replace, swap two neighbours (optimal string alignment). */
const distance = (a: string, b: string): number => {
  const rows = [Array.from({ length: b.length + 1 }, (_, k) => k)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const [above, other] = [rows[i - 1]!, a[i - 1] !== b[j - 1]];
      row[j] = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (other ? 1 : 0));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, rows[i - 2]![j - 2]! + 1);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
};

/** The known word that was probably meant: a longer form of it ("language" for "lang") or a slip of the hand. */
export const nearest = (typed: string, known: readonly string[]): string | undefined => {
  const word = typed.toLowerCase().slice(0, 40);
  const longer = known.find((name) => name.length > 2 && word !== name && word.startsWith(name));
  const most = word.length < 4 ? 1 : 2;
  const [best] = known.map((name) => [distance(word, name), name] as const).sort(([a], [b]) => a - b);
  return best && best[0] <= most ? best[1] : longer;
};
