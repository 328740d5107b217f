import { useEffect, useState } from 'preact/hooks';
import type { PackageFacts } from '../../workbench/index.js';
import { workbench } from '../api/workbench.js';
import { type Brought, chosenFiles } from '../dropped-files.js';
import { useAct } from '../state/act.js';

/** Brings files: a package, which is then chosen, or connector JSONs to stand in for those of the chosen one. */
export type Bring = (brought: Brought) => Promise<void>;

export interface PackagePickerProps {
  readonly tenant: string;
  readonly chosen: PackageFacts | undefined;
  readonly onBring: Bring;
}

const ORIGINS: Readonly<Record<PackageFacts['origin'], string>> = {
  shipped: '',
  dropped: ' (yours)',
  edited: ' (edited)',
  lesson: ' (lesson)',
};

/** The packages to choose from: of a shelf that was read before the chosen one was, none that may have become it by an edit. */
function toChooseFrom(
  shelf: readonly PackageFacts[],
  chosen: PackageFacts | undefined,
): readonly PackageFacts[] {
  if (chosen === undefined || shelf.some(({ id }) => id === chosen.id)) return shelf;
  return [...shelf.filter(({ origin }) => origin !== 'edited'), chosen];
}

/** Chooses a package of the shelf, or brings one: a zip, JSON files or a folder. */
export function PackagePicker({ tenant, chosen, onBring }: PackagePickerProps) {
  const act = useAct();
  const [shelf, setShelf] = useState<readonly PackageFacts[]>([]);
  const id = chosen?.id;
  useEffect(() => {
    if (id !== undefined) void workbench.packages(tenant).then(setShelf, () => setShelf([]));
  }, [id, tenant]);
  const bring = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])];
    if (files.length > 0) void onBring(chosenFiles(files));
    input.value = '';
  };
  return (
    <div class="package-picker">
      <label class="inline">
        <span>Package</span>
        <select
          value={id ?? ''}
          onChange={(event) => {
            const wanted = event.currentTarget.value;
            void act('The package is chosen; the EIC side is new.', () => workbench.choose(tenant, wanted));
          }}
        >
          {toChooseFrom(shelf, chosen).map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
              {ORIGINS[one.origin]}
            </option>
          ))}
        </select>
      </label>
      <label class="button">
        Bring files
        <input
          type="file"
          class="hidden"
          multiple
          accept=".zip,.json"
          onChange={(event) => bring(event.currentTarget)}
        />
      </label>
      <label class="button">
        Bring a folder
        <input
          type="file"
          class="hidden"
          ref={(input) => input?.setAttribute('webkitdirectory', '')}
          onChange={(event) => bring(event.currentTarget)}
        />
      </label>
    </div>
  );
}
