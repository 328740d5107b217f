import { useEffect } from 'preact/hooks';
import { filesOf } from '../dropped-files.js';
import type { Bring } from '../views/package-picker.js';

/** Takes files that are dropped anywhere on the page. */
export function useDrop(onBring: Bring): void {
  useEffect(() => {
    const allow = (event: DragEvent) => event.preventDefault();
    const take = (event: DragEvent) => {
      event.preventDefault();
      if (event.dataTransfer === null) return;
      void filesOf(event.dataTransfer).then((brought) =>
        brought.files.length > 0 ? onBring(brought) : undefined,
      );
    };
    document.addEventListener('dragover', allow);
    document.addEventListener('drop', take);
    return () => {
      document.removeEventListener('dragover', allow);
      document.removeEventListener('drop', take);
    };
  }, [onBring]);
}
