import { importPKCS8, SignJWT } from 'jose';
import { fail } from '../failure.js';
import { isObject, pointerTo, textOf } from '../json.js';
import { jsonObject } from './body.js';
function asObject(value) {
    if (isObject(value))
        return value;
    return jsonObject(textOf(value) ?? '') ?? {};
}
/**
 * The signed JWT that a token request of authType Jwt carries. `jwtExpiryDuration` counts seconds.
 * @param now epoch milliseconds
 * @throws ConnectorFailure when the key does not fit the algorithm
 */
export async function signedJwt(config, now, at) {
    const algorithm = textOf(config.signedAlgorithm) ?? 'RS256';
    const issuedAt = Math.floor(now / 1000);
    const lifetime = Number(config.jwtExpiryDuration ?? 3600);
    const key = textOf(config.key) ?? '';
    try {
        const signingKey = algorithm.startsWith('HS')
            ? new TextEncoder().encode(key)
            : await importPKCS8(key, algorithm);
        return await new SignJWT({ iat: issuedAt, exp: issuedAt + lifetime, ...asObject(config.jwtPayload) })
            .setProtectedHeader({ ...asObject(config.jwtHeader), alg: algorithm })
            .sign(signingKey);
    }
    catch (error) {
        return fail({ ...at, pointer: pointerTo(at.pointer, 'jwtConfig') }, {
            code: 'jwt-not-signed',
            message: `The JWT cannot be signed with ${algorithm}: ${error instanceof Error ? error.message : String(error)}.`,
            remedy: 'Give a PKCS #8 private key (PEM) that fits signedAlgorithm, or a secret for HS256.',
        });
    }
}
