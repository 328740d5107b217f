import { useEffect, useRef, useState } from 'preact/hooks';
import { kindOfStatus, moment, span } from '../format.js';
import { type Live, NOTHING, tenantNow } from '../state/live.js';
import { useStopwatch } from '../state/use-live.js';
import { type AxisCall, type AxisLayout, type AxisToken, layoutAxis } from '../time-axis.js';

const SIDE = 16;
const LABELS = 66;
const CALLS_Y = 32;
const TOKENS_Y = 48;
const TOKEN_HEIGHT = 16;
const BOTTOM = 8;
/** A shorter bar has its label beside it. */
const LABEL_WIDTH = 175;
/** How wide the label of a span is at most. */
const GAP_WIDTH = 84;

/** Token lifetimes, calls and retries on one axis. */
export function TimeLine({ live }: { readonly live: Live }) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(1000);
  const now = tenantNow(live, useStopwatch(1000));
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 1000));
    if (frame.current) watch.observe(frame.current);
    return () => watch.disconnect();
  }, []);
  const known = live.clock !== undefined;
  const { tokens, exchanges } = known ? live : NOTHING;
  const empty = exchanges.length === 0 && tokens.length === 0;
  const end = width - LABELS - 2 * SIDE;
  const axis = layoutAxis({ tokens, exchanges, now }, end);
  const height = TOKENS_Y + Math.max(1, axis.tokens.length) * (TOKEN_HEIGHT + 3) + BOTTOM;
  return (
    <section class="time-line" aria-labelledby="time-heading">
      <h2 id="time-heading" class="hidden">
        Time
      </h2>
      <div ref={frame}>
        <svg width="100%" height={height} role="img" aria-label={known ? inWords(live, axis) : 'Loading'}>
          <text x={SIDE} y={CALLS_Y + 4} class="label">
            calls
          </text>
          <text x={SIDE} y={TOKENS_Y + 12} class="label">
            tokens
          </text>
          <g transform={`translate(${LABELS + SIDE} 0)`}>
            <line class="axis" x1={0} x2={end} y1={CALLS_Y} y2={CALLS_Y} />
            {axis.gaps.map(({ x, label }, at) => (
              <text key={at} class="gap" x={Math.min(x, end + SIDE - GAP_WIDTH / 2)} y={12}>
                {label}
              </text>
            ))}
            {axis.tokens.map((token, at) => (
              <TokenBar key={token.token.id} token={token} row={at} now={axis.now} end={end} />
            ))}
            {axis.retries.map(({ from, to }) => (
              <path
                key={`${from} ${to}`}
                class="retry"
                d={`M ${from} ${CALLS_Y - 6} Q ${(from + to) / 2} ${CALLS_Y - 26} ${to} ${CALLS_Y - 6}`}
              />
            ))}
            {axis.calls.map((call) => (
              <CallMark key={call.exchange.id} call={call} />
            ))}
            {!empty && <line class="now" x1={axis.now} x2={axis.now} y1={16} y2={height - 4} />}
          </g>
        </svg>
      </div>
      {known && empty && <p class="muted empty-line">Calls, retries and the life of tokens appear here.</p>}
    </section>
  );
}

function CallMark({ call: { exchange, kind, x } }: { readonly call: AxisCall }) {
  const title = `${exchange.method} ${exchange.path}${exchange.search}: ${exchange.status === 0 ? 'cut' : exchange.status}`;
  const shape = {
    good: <circle cx={x} cy={CALLS_Y} r={5} />,
    refused: (
      <rect x={-5} y={-5} width={10} height={10} transform={`translate(${x} ${CALLS_Y}) rotate(45)`} />
    ),
    bad: <path d={`M ${x - 6} ${CALLS_Y + 5} L ${x} ${CALLS_Y - 6} L ${x + 6} ${CALLS_Y + 5} Z`} />,
  }[kind];
  return (
    <g class={`call ${kind}`}>
      <title>{title}</title>
      {shape}
    </g>
  );
}

interface TokenBarProps {
  readonly token: AxisToken;
  readonly row: number;
  readonly now: number;
  /** Where the axis ends. */
  readonly end: number;
}

function TokenBar({ token, row, now, end }: TokenBarProps) {
  const y = TOKENS_Y + row * (TOKEN_HEIGHT + 3);
  const lived = Math.max(2, Math.min(token.to, now) - token.from);
  const ahead = Math.max(0, token.to - Math.max(now, token.from));
  const label = lived + ahead < LABEL_WIDTH ? token.from + lived + ahead + 5 : token.from + 6;
  const fits = label + LABEL_WIDTH <= end;
  return (
    <g class={token.left > 0 ? 'token' : 'token ended'}>
      <title>{`token ${token.token.id.slice(0, 8)}, issued ${moment(token.token.issuedAt)}`}</title>
      <rect class="lived" x={token.from} y={y} width={lived} height={TOKEN_HEIGHT} rx={3} />
      {ahead > 0 && (
        <rect class="ahead" x={Math.max(now, token.from)} y={y} width={ahead} height={TOKEN_HEIGHT} rx={3} />
      )}
      <text x={fits ? label : end} y={y + 12} class={fits ? undefined : 'to-the-left'}>
        {token.token.id.slice(0, 8)} {token.left > 0 ? `${span(token.left)} left` : 'ended'}
      </text>
    </g>
  );
}

/** What the drawing shows, for those who do not see it. */
function inWords({ exchanges, tokens }: Live, axis: AxisLayout): string {
  const failed = exchanges.filter(({ status }) => kindOfStatus(status) !== 'good').length;
  const alive = axis.tokens.filter(({ left }) => left > 0);
  const [newest] = alive.slice(-1);
  return [
    `${exchanges.length} calls, ${failed} of them refused or failed, ${axis.retries.length} made again`,
    `${tokens.length} tokens, ${alive.length} of them valid`,
    ...(newest ? [`the newest has ${span(newest.left)} left`] : []),
  ].join('; ');
}
