import type { Finding } from '../findings.js';
import type { Settings, Suppression } from './settings.js';

/** A finding that a settings file switches off, and why. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly reason: string;
}

/** Findings parted by the settings: those that count, those that are switched off, and entries that met nothing. */
export interface AppliedSettings {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly unused: readonly Suppression[];
}

/** Parts findings by the settings, each part in the order in which the findings came. */
export function applySettings(findings: readonly Finding[], settings: Settings): AppliedSettings {
  const used = new Set<Suppression>();
  const counting: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const entry = settings.off.find((one) => covers(one, finding));
    if (entry) {
      used.add(entry);
      suppressed.push({ finding, reason: entry.reason });
    } else counting.push(finding);
  }
  return { findings: counting, suppressed, unused: settings.off.filter((entry) => !used.has(entry)) };
}

function covers({ rule, file, pointer }: Suppression, finding: Finding): boolean {
  return (
    rule === finding.code &&
    file === finding.file &&
    (finding.pointer === pointer || finding.pointer.startsWith(`${pointer}/`))
  );
}
