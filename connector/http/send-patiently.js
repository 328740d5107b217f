import { cleaned } from './clean-text.js';
/** How often a call without an answer is repeated: as ConfigJSON says, or for a time-out as maxRefreshTryCount does. */
function repeats(failure, session, run, target) {
    const usual = target.retries > 0 && run.choose('connectionRetries') ? target.retries : 0;
    const { timeOutError, maxRefreshTries } = session.authentication;
    if (failure.code !== 'target-timeout' || timeOutError === undefined)
        return usual;
    if (run.choose('timeOutError') === 'retry-count')
        return usual;
    return Math.max(usual, maxRefreshTries ?? run.choose('refreshTries'));
}
/** Sends a request; one that got no answer is repeated, unless it might act twice. An answer is cleaned if that is asked for. */
export async function sendPatiently(request, session, run, target) {
    for (let tries = 0;; tries += 1) {
        const response = cleaned(await target.send(request), session.authentication);
        if (!('code' in response) || tries >= repeats(response, session, run, target))
            return response;
        if (response.code === 'request-invalid' || response.code === 'run-stopped')
            return response;
        if (!response.notSent && /^(POST|PATCH)$/.test(request.method))
            return response;
        await target.sleep(target.retryWait);
    }
}
