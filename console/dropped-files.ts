import type { BringRequest } from '../workbench/index.js';

/** What was dropped: one or more files, or the files of a folder under its name. */
export interface Brought {
  readonly name: string;
  readonly files: readonly File[];
  /** Whether they are a package as a whole: the files of a folder. */
  readonly whole: boolean;
}

/** The files of a drop; of a folder those that lie in it directly. */
export async function filesOf(transfer: DataTransfer): Promise<Brought> {
  // Entries are only there until the event is over: they are all taken before anything is awaited.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const folder = entries.find((entry): entry is FileSystemDirectoryEntry => entry.isDirectory);
  if (folder !== undefined) return { name: folder.name, files: await filesIn(folder), whole: true };
  return chosenFiles([...transfer.files]);
}

/** Files that were chosen one by one or as a folder, under its name or the first file's. */
export function chosenFiles(files: readonly File[]): Brought {
  const [first] = files;
  const folder = first?.webkitRelativePath.split('/')[0];
  if (folder) return { name: folder, files, whole: true };
  const name = files.length === 1 ? (first?.name.replace(/\.[^.]+$/, '') ?? '') : `${files.length} files`;
  return { name, files, whole: false };
}

/** The request that brings them to the workbench. */
export async function bringRequestOf({ name, files, whole }: Brought): Promise<BringRequest> {
  const wanted = files.length === 1 ? files : files.filter((file) => /\.json$/i.test(file.name));
  return {
    ...{ name, whole },
    files: await Promise.all(
      wanted.map(async (file) => ({ name: file.name, content: await base64Of(file) })),
    ),
  };
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const reader = folder.createReader();
  const found: File[] = [];
  for (;;) {
    // A reader gives its entries a hundred at a time, and none at the end.
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (batch.length === 0) return found;
    const files = batch.filter((entry): entry is FileSystemFileEntry => entry.isFile);
    found.push(...(await Promise.all(files.map(fileOf))));
  }
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(new Error(`${file.name} cannot be read.`));
    reader.readAsDataURL(file);
  });
}
