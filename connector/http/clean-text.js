/**
 * An answer without the characters that keep it from being read as JSON, if cleanUpTextContent asks for it: control
 * characters become blanks, those that cannot be seen (zero-width, the byte order mark) go.
 * Source: connector handbook (documented; which characters is not stated).
 */
export function cleaned(answer, { cleansText }) {
    if (!cleansText || 'code' in answer)
        return answer;
    return { ...answer, text: answer.text.replaceAll(/\p{Cc}/gu, ' ').replaceAll(/\p{Cf}/gu, '') };
}
