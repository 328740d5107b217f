/** Does the work anew only when one of the marks is another than the last time. */
export function cached<Marks extends readonly unknown[], Result>(
  work: (...marks: Marks) => Result,
): (...marks: Marks) => Result {
  let last: { readonly marks: Marks; readonly result: Result } | undefined;
  return (...marks) => {
    if (last === undefined || marks.some((mark, at) => mark !== last?.marks[at]))
      last = { marks, result: work(...marks) };
    return last.result;
  };
}
