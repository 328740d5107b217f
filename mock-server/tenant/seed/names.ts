import { faker as german } from '@faker-js/faker/locale/de';
import { faker as greek } from '@faker-js/faker/locale/el';
import { faker as english } from '@faker-js/faker/locale/en';
import { faker as french } from '@faker-js/faker/locale/fr';
import { faker as japanese } from '@faker-js/faker/locale/ja';
import { faker as polish } from '@faker-js/faker/locale/pl';
import { faker as russian } from '@faker-js/faker/locale/ru';

export interface PersonName {
  readonly firstName: string;
  readonly lastName: string;
  /** The same name in lower-case ASCII letters, dots between the parts. */
  readonly login: string;
}

/** A seeded source of names and of chance. */
export interface Names {
  person(): PersonName;
  jobTitle(): string;
  city(): string;
  phone(): string;
  sentence(): string;
  productName(): string;
  /** A whole number from `from` to `to`, both included. */
  number(from: number, to: number): number;
  /** `count` different members of a list, in the order of the list. */
  some<T>(list: readonly T[], count: number): T[];
}

/** English is listed more than once because most names of a tenant are plain ASCII. */
const PEOPLE = [english, french, english, polish, german, english, japanese, english, russian, greek];
const APOSTROPHES = ["O'Brien", "D'Angelo", 'O’Neill', "N'Diaye"];

const ascii = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase();

/** The source of names for one seed; two sources must not be used in turns, because faker keeps one state a process. */
export function sourceOfNames(seed: number): Names {
  for (const language of new Set(PEOPLE)) language.seed(seed);
  let people = 0;
  return {
    person() {
      const language = PEOPLE[people % PEOPLE.length] ?? english;
      const apostrophe =
        people % 12 === 5 ? APOSTROPHES[Math.floor(people / 12) % APOSTROPHES.length] : undefined;
      people += 1;
      const firstName = language.person.firstName();
      const lastName = apostrophe ?? language.person.lastName();
      const login = [ascii(firstName), ascii(lastName)].every((part) => part.length > 1)
        ? `${ascii(firstName)}.${ascii(lastName)}`
        : `${ascii(english.person.firstName())}.${ascii(english.person.lastName())}`;
      return { firstName, lastName, login };
    },
    jobTitle: () => english.person.jobTitle(),
    city: () => (people % 3 === 0 ? french : english).location.city(),
    phone: () => english.phone.number({ style: 'international' }),
    sentence: () => english.company.catchPhrase(),
    productName: () => english.commerce.productName(),
    number: (from, to) => english.number.int({ min: from, max: to }),
    some(list, count) {
      const chosen = new Set(english.helpers.arrayElements([...list.keys()], count));
      return list.filter((_, position) => chosen.has(position));
    },
  };
}
