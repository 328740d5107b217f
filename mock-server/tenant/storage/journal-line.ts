import { crc32 } from 'node:zlib';

/** A line of a journal: the checksum of its JSON in eight hexadecimal digits, a blank, the JSON, a line feed. */
export function journalLine(value: unknown): string {
  const json = JSON.stringify(value);
  return `${checksum(json)} ${json}\n`;
}

/** The JSON value of a line without its line feed. Throws an error that says what is wrong with the line. */
export function readJournalLine(line: string): unknown {
  const json = line.slice(9);
  if (line[8] !== ' ' || checksum(json) !== line.slice(0, 8))
    throw new Error('its checksum does not fit its content');
  return JSON.parse(json);
}

const checksum = (json: string): string => crc32(json).toString(16).padStart(8, '0');
