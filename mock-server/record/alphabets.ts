/** Characters of one kind, any of which may stand for any other. All letters are lower case. */
const ALPHABETS: readonly (readonly [kind: RegExp, characters: string])[] = [
  [/[aeiou]/, 'aeiou'],
  [/[a-z]/, 'bcdfghjklmnprstvwz'],
  [/\p{N}/u, '0123456789'],
  [/\p{Script=Greek}/u, 'αβγδεζηθικλμνξοπρστυφχψω'],
  [/\p{Script=Cyrillic}/u, 'абвгдежзиклмнопрстуфхцчшэюя'],
  [/\p{Script=Hiragana}/u, 'あいうえおかきくけこさしすせそたちつてとなにのはひふへほまみむめもやゆよ'],
  [/\p{Script=Katakana}/u, 'アイウエオカキクケコサシスセソタチツテトナニノハヒフヘホマミムメモヤユヨ'],
  [/\p{Script=Han}/u, '山川田中本木林森村島原野石井上下東西南北高橋松竹梅'],
  [/\p{Script=Hangul}/u, '가나다라마바사아자차카타파하'],
  [/\p{Script=Arabic}/u, 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'],
  [/\p{Script=Hebrew}/u, 'אבגדהוזחטילמנסעפצקרשת'],
  [/\p{Script=Thai}/u, 'กขคงจชดตถทนบปผพมยรลวสห'],
  [/\p{L}/u, 'àáâäåçèéêëìíîïñòóôöøùúûüýłńśšžœ'],
];
const SIGNS = '☆★◇◆○●△▲□■♢♤♧♡';
const MARK = /\p{M}/u;

/** A character of the same kind; marks stay, so that what is accented stays so. */
export function likeness(character: string, draw: number): string {
  if (MARK.test(character)) return character;
  const [, characters] = ALPHABETS.find(([kind]) => kind.test(character)) ?? [undefined, SIGNS];
  const all = [...characters];
  return all[draw % all.length] ?? character;
}

/** Whether a text has a character that can be replaced. */
export const isReplaceable = (run: string): boolean => Array.from(run).some((one) => !MARK.test(one));
