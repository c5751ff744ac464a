"""What keeps generated requests on this machine and short, and what schemas cannot tell of requests that are valid."""

import itertools
import os
import re
from urllib.parse import urlsplit, urlunsplit

import schemathesis

# By RFC 6761 no name server knows it.
NOWHERE = "fuzz.invalid"
# A logo that is there.
LOGO = os.environ["FUZZ_LOGO"]
KEY = re.compile(r'[!#-~][ -~]{0,254}|"([ !#-\[\]-~]|\\["\\]){1,255}"')
numbers = itertools.count()
renders = itertools.count()


@schemathesis.hook
def before_call(context, case, kwargs):
    headers = case.headers or {}
    if "prefer" in headers:
        headers["prefer"] = "wait=0"
    # The first event of a render is there at once; others may be long in coming.
    if "last-event-id" in headers and not is_negative(case):
        headers["last-event-id"] = "0"
    # The tenant stays.
    if case.query and "confirm" in case.query and not is_negative(case):
        case.query["confirm"] = "00000000-0000-4000-8000-000000000000"
    # A key is of one request; as many cases have the same.
    key = headers.get("idempotency-key")
    if isinstance(key, str) and KEY.fullmatch(key):
        number = next(numbers)
        headers["idempotency-key"] = f'"{number}"' if key.startswith('"') else f"{number}-{key[:200]}"
    if isinstance(case.body, dict):
        body = leading_nowhere(case.body)
        case.body = body if is_negative(case) else made_possible(case.operation, body)


def is_negative(case):
    return case.meta is not None and case.meta.generation.mode.is_negative


def leading_nowhere(body):
    """No address that a request names is asked for, or looked for, outside."""
    try:
        parts = urlsplit(body.get("url"))
    except (AttributeError, TypeError, ValueError):
        return body
    if not parts.netloc:
        return body
    return {**body, "url": urlunsplit(parts._replace(netloc=NOWHERE))}


def made_possible(operation, body):
    """Most valid requests would be refused for what they refer to, and the work behind them would not be tried."""
    name = operation.definition.raw.get("operationId")
    if name in ("createWebhook", "changeWebhook") and "url" in body:
        return {**body, "url": f"https://{NOWHERE}/hook"}
    if name == "createTransform":
        return {**{key: value for key, value in body.items() if key != "expiresAt"}, "logoId": LOGO}
    # Renders take time of the same cores, so most get none.
    if name == "createRender" and isinstance(body.get("recipe"), dict) and next(renders) % 4 == 0:
        possible = {key: value for key, value in body.items() if key not in ("logoId", "logoIds", "toLogoId")}
        return {
            **possible,
            **({"logoIds": [LOGO]} if "logoIds" in body else {"logoId": LOGO}),
            **({"toLogoId": LOGO} if body["recipe"].get("type") == "morph" else {}),
        }
    return body
