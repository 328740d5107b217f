import { networkInterfaces } from 'node:os';
import { InvalidArgumentError } from 'commander';

/** Where trainees reach the class, and how that was found. */
export interface ClassAddress {
  /** `http://192.168.1.5:8080` */
  readonly origin: string;
  readonly from: 'given' | 'listening' | 'network' | 'no network';
  /** The network interface whose address it is. */
  readonly network?: string;
  /** Other addresses of this machine that it could be. */
  readonly others: readonly string[];
}

/** An address of this machine. */
export interface OwnAddress {
  readonly network: string;
  readonly address: string;
}

const EVERYWHERE = new Set(['0.0.0.0', '::']);
/** Networks that are within this machine, or lead to one place only. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|tailscale|wg|vEthernet)/i;

/** Whether programs of other machines reach what listens on this host. */
export const isReachable = (host: string): boolean => !/^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host);

/**
 * The address to hand out.
 * @param listening the origin as this machine reaches it
 * @param own the addresses of this machine
 */
export function classAddress(
  { host, publicUrl }: { readonly host: string; readonly publicUrl: string | undefined },
  listening: string,
  own: readonly OwnAddress[] = ownAddresses(),
): ClassAddress {
  if (publicUrl !== undefined) return { origin: publicUrl, from: 'given', others: [] };
  if (!EVERYWHERE.has(host)) return { origin: listening, from: 'listening', others: [] };
  const [first, ...others] = [...own].sort(
    (a, b) => Number(VIRTUAL.test(a.network)) - Number(VIRTUAL.test(b.network)),
  );
  if (first === undefined) return { origin: listening, from: 'no network', others: [] };
  const url = new URL(listening);
  url.hostname = first.address;
  return {
    origin: url.origin,
    from: 'network',
    network: first.network,
    others: others.map(({ address }) => address),
  };
}

function ownAddresses(): OwnAddress[] {
  return Object.entries(networkInterfaces()).flatMap(([network, addresses = []]) =>
    addresses.flatMap(({ address, family, internal }) =>
      family === 'IPv4' && !internal ? [{ network, address }] : [],
    ),
  );
}

/** Reads the value of `--public-url`: scheme, host and port. */
export function publicOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    url.search + url.hash === ''
  )
    return url.origin;
  throw new InvalidArgumentError('It must be scheme, host and port alone, such as http://192.168.1.5:8080.');
}
