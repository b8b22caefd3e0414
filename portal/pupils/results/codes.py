"""Codes of slips: made, read as people type them, and kept as nothing but a keyed hash. Pure."""

import hashlib
import hmac
import secrets

LETTERS = "23456789ABCDEFGHJKMNPQRSTWXYZ"  # no letter that looks like another: 29
LONG = 10  # 29 ** 10 ≈ 4 · 10 ** 14 codes
SEAL = 3  # the last letters of a printed code follow from the others and the school's key: one guess in 24,389 has them right


def made() -> str:
    """A new code, to be shown once."""
    return "".join(secrets.choice(LETTERS) for _ in range(LONG))


def sealed(code: str, key: str) -> str:
    """A code whose last letters are the school's seal upon the others; whoever has not the key finds the whole no sooner."""
    return code[:-SEAL] + _seal(code[:-SEAL], key)


def is_sealed(code: str, key: str) -> bool:
    """Whether a code, as `typed` gives it, bears the school's seal: it may have been printed here."""
    return len(code) == LONG and same(code[-SEAL:], _seal(code[:-SEAL], key))


def _seal(body: str, key: str) -> str:
    number, letters = int(digest(key, "seal", body), 16), []
    for _ in range(SEAL):
        number, place = divmod(number, len(LETTERS))
        letters.append(LETTERS[place])
    return "".join(letters)


def shown(code: str) -> str:
    """A code in two halves, as it is printed."""
    return f"{code[: LONG // 2]}-{code[LONG // 2 :]}"


def typed(said: str) -> str:
    """What somebody typed, without what people put between letters; never longer than a code with its slips of the pen."""
    return "".join(letter for letter in said.upper()[:40] if letter.isascii() and letter.isalnum())[: LONG + 2]


def digest(key: str, kind: str, said: str) -> str:
    """The keyed hash of a code, an address, anything that is counted or looked up and must not be kept: 64 letters."""
    return hmac.new(key.encode(), f"{kind}:{said}".encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


def same(one: str, other: str) -> bool:
    """Whether two texts are the same, in a time that does not tell where they differ."""
    return hmac.compare_digest(one.encode(), other.encode())
