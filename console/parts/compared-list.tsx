import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ComparedListing, Standing } from '../../workbench/index.js';
import { StandingMark } from './standing.js';

interface Row {
  readonly standing: Standing;
  readonly notes: readonly string[];
}

export interface ComparedListProps<R extends Row> {
  readonly what: string;
  /** What a record without a counterpart is. */
  readonly only: string;
  readonly listing: ComparedListing<R> | undefined;
  readonly keyOf: (row: R) => string | number;
  /** The text that the search looks in, and the first line of the row. */
  readonly titleOf: (row: R) => string;
  readonly children: (row: R) => ComponentChildren;
}

/** Records with how each compares with the other side; a search, and the choice to see only what differs. */
export function ComparedList<R extends Row>(props: ComparedListProps<R>) {
  const { what, only, listing, keyOf, titleOf, children } = props;
  const [wanted, setWanted] = useState('');
  const [differing, setDiffering] = useState(false);
  if (listing === undefined) return <p class="muted">Loading</p>;
  const needle = wanted.trim().toLowerCase();
  const rows = listing.rows.filter(
    (row) => (!differing || row.standing !== 'same') && titleOf(row).toLowerCase().includes(needle),
  );
  return (
    <>
      <div class="filter">
        <input
          type="search"
          aria-label={`Search ${what}`}
          placeholder={`Search ${what}`}
          value={wanted}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
        <label class="inline">
          <input
            type="checkbox"
            checked={differing}
            onChange={(event) => setDiffering(event.currentTarget.checked)}
          />
          <span>differing</span>
        </label>
      </div>
      <ul class="records">
        {rows.map((row) => (
          <li key={keyOf(row)} class={row.standing}>
            <StandingMark standing={row.standing} only={only} />
            <div>
              {children(row)}
              {row.standing === 'different' &&
                row.notes.map((note) => (
                  <p key={note} class="note">
                    {note}
                  </p>
                ))}
            </div>
          </li>
        ))}
      </ul>
      <p class="muted small">
        {rows.length === 0
          ? `No ${what}.`
          : rows.length < listing.total && `${rows.length} of ${listing.total} ${what}`}
      </p>
    </>
  );
}
