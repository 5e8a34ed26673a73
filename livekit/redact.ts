/**
 * Takes secrets out of texts that came from elsewhere. A server up to 1.13.5 repeats a request's whole token when it
 * refuses it, and a proxy may repeat anything; whoever reads such a text later could act in the user's name.
 */

const HIDDEN = "[hidden]";
/** A JSON Web Token: three parts in base64, of which the first begins with `{"`. */
const TOKEN = /\bey[\w-]{4,}\.[\w-]+(?:\.[\w-]*)?/g;
const BEARER = /\b(bearer|basic)(\s+|%20)[\w.~+/=-]+/gi;
const PARAMETER = /\b(access_token|api_?secret|secret|password|token)(["']?\s*[=:]\s*["']?)[^\s"'&,;)}]+/gi;

/** Shorter ones are no secrets, and taking them out would leave holes in ordinary words. */
const SHORTEST = 6;

/** @param secrets that are known: a project's secret, a token that was just sent */
export function redact(text: string, secrets: readonly string[] = []): string {
  let clean = text;
  for (const secret of secrets)
    if (secret.length >= SHORTEST)
      for (const written of new Set([
        secret,
        encodeURIComponent(secret),
        JSON.stringify(secret).slice(1, -1),
      ]))
        clean = clean.replaceAll(written, HIDDEN);
  return clean.replace(TOKEN, HIDDEN).replace(BEARER, `$1 ${HIDDEN}`).replace(PARAMETER, `$1$2${HIDDEN}`);
}

const LONGEST = 600;

/** A text of a server as a sentence can hold it: without secrets, on one line, not too long, without tricks. */
export function quotable(text: string, secrets: readonly string[] = []): string {
  // Secrets go first: a cut through one would leave half of it unrecognized.
  const line = redact(text, secrets)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, "")}…` : line;
}
