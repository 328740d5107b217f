import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import { SetupError } from './tenant/errors.js';

/** PEM texts of a certificate and its private key. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Where a certificate is read from. */
export interface CertificateFiles {
  /** PEM file of the certificate, intermediate ones after it. */
  readonly cert: string;
  /** PEM file of its private key, not encrypted. */
  readonly key: string;
}

/**
 * The certificate to serve with: read from files, or a new self-signed one for this machine and the host.
 * Rejects with `SetupError` `certificate-unusable`.
 */
export async function certificateFor(tls: true | CertificateFiles, host: string): Promise<Certificate> {
  if (tls === true) return selfSigned(host);
  const [cert, key] = await Promise.all([read(tls.cert), read(tls.key)]);
  try {
    createSecureContext({ cert, key });
  } catch (error) {
    throw unusable(
      `${tls.cert} with the key ${tls.key} is no certificate to serve with: ${(error as Error).message}`,
    );
  }
  return { cert, key };
}

async function selfSigned(host: string): Promise<Certificate> {
  const { generate } = await import('selfsigned');
  const names = new Set(['localhost', '127.0.0.1', '::1', host]);
  const altNames = [...names].map((name) =>
    /^[\d.]+$|:/.test(name) ? ({ type: 7, ip: name } as const) : ({ type: 2, value: name } as const),
  );
  const made = await generate([{ name: 'commonName', value: 'jama-sim' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames }],
  });
  return { cert: made.cert, key: made.private };
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw unusable(`${file} cannot be read: ${(error as Error).message}`);
  }
}

const unusable = (why: string): SetupError =>
  new SetupError(
    'certificate-unusable',
    `${why}.`,
    'Give --cert and --key the PEM files of a certificate and of its private key, or --tls alone for a self-signed one.',
  );
