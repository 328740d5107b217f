import { objectOf } from '../json.js';
import { authenticationFor, readAuthentications } from './authentication.js';
import { createRedactor } from './redact.js';
import { send } from './send.js';
import { createSession } from './session.js';
import { requestTrace } from './tracing.js';
/** Used when ConfigJSON has no readTimeout. */
const USUAL_TIMEOUT = 60_000;
function seconds(config, key) {
    const value = Number(config[key] ?? Number.NaN);
    return Number.isFinite(value) && value > 0 ? value * 1000 : undefined;
}
/** Reads ConnectionJSON and ConfigJSON once; sessions are made when a call first needs them. */
export function createTarget(options) {
    const { credentials, connection, environment } = options;
    const timeouts = objectOf(objectOf(options.config.value).connectionTimeoutConfig);
    const milliseconds = seconds(timeouts, 'readTimeout') ?? USUAL_TIMEOUT;
    const redactor = createRedactor();
    redactor.add(credentials?.clientSecret);
    const entries = readAuthentications(connection, credentials);
    const sessions = new Map();
    const counts = new Map();
    const addressed = (request) => ({ ...request, url: options.mapUrl(request.url.trim()) });
    const shown = (request) => (options.shownAddress === 'asked' ? addressed(request) : request);
    async function sendNow(request) {
        const decision = await options.beforeSend(requestTrace(request, redactor));
        if (decision === 'send')
            return send(request, { fetch: options.fetch, milliseconds });
        return { code: 'run-stopped', reason: 'the run was stopped before it went out', notSent: true };
    }
    return {
        redactor,
        environment,
        retries: Number(timeouts.retryCount ?? 0) || 0,
        retryWait: seconds(timeouts, 'retryWait') ?? 0,
        authentications: [...entries.values()],
        addressed,
        shown,
        send: sendNow,
        sleep: options.sleep,
        session(name, at) {
            const authentication = authenticationFor(name, entries, connection, at);
            const found = sessions.get(name ?? authentication.name);
            if (found !== undefined)
                return found;
            const session = createSession(authentication, {
                shown,
                send: (request) => sendNow(addressed(request)),
                now: environment.now,
                redactor,
            });
            sessions.set(name ?? authentication.name, session);
            return session;
        },
        async pace(session) {
            const limit = session.authentication.rateLimit;
            if (limit === undefined)
                return;
            const count = counts.get(session) ?? 0;
            if (count > 0 && count % limit.calls === 0)
                await options.sleep(limit.seconds * 1000);
            counts.set(session, count + 1);
        },
    };
}
