import type { Live } from '../state/live.js';
import { Agreement } from './agreement.js';
import { Controls } from './controls.js';
import { EicSide } from './eic-side.js';
import type { Bring } from './package-picker.js';
import { Runner } from './runner.js';
import { TenantSide } from './tenant-side.js';
import { TimeLine } from './time-line.js';
import { TrafficList } from './traffic-list.js';

export interface LiveViewProps {
  readonly tenant: string;
  readonly live: Live;
  readonly onBring: Bring;
}

/** Left the tenant, right the EIC side, between them what they say to each other, above them time. */
export function LiveView({ tenant, live, onBring }: LiveViewProps) {
  return (
    <main class="live-view">
      <Controls tenant={tenant} live={live} />
      <TimeLine live={live} />
      <div class="sides">
        <TenantSide tenant={tenant} live={live} />
        <div class="between">
          <Agreement sides={live.sides} />
          <Runner tenant={tenant} live={live} onBring={onBring} />
          <TrafficList tenant={tenant} live={live} />
        </div>
        <EicSide live={live} />
      </div>
    </main>
  );
}
