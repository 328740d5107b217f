import { fail } from '../failure.js';
/** The ways to authenticate that this runner knows; EIC's names, without regard to case. */
const KNOWN = new Set(['oauth2', 'basic', 'basicwithaccesstoken', 'jwt', 'cookies', 'bearer']);
/** Why one that EIC has cannot be done here. */
const WHY = {
    basicwithhmac: 'signs each request in a way that is not published',
    signedheaders: 'signs the headers of each request in a way that is not published',
    mtls: 'needs a client certificate, which this runner does not send',
};
const REMEDY = 'Use oauth2, Basic, BasicWithAccessToken, Jwt or cookies to try the package.';
/** Refuses by name what cannot be done as EIC does it. @throws ConnectorFailure */
export function refuseUnsupported({ type, at, ssl, name }) {
    const lower = type.toLowerCase();
    if (!KNOWN.has(lower)) {
        const why = WHY[lower] ?? 'is no way to authenticate that EIC is known to have';
        fail({ ...at, pointer: `${at.pointer}/authType` }, { code: 'authentication-type-unsupported', message: `authType ${type} ${why}.`, remedy: REMEDY });
    }
    if (ssl !== undefined && Object.keys(ssl).length > 0) {
        fail({ ...at, pointer: `${at.pointer}/ssl` }, {
            code: 'ssl-unsupported',
            message: `${name} has ssl (${Object.keys(ssl).join(', ')}): this runner sends no client key and cannot choose the TLS version.`,
            remedy: 'Take ssl out to try the package; NODE_EXTRA_CA_CERTS makes a certificate authority known, such as your own.',
        });
    }
}
