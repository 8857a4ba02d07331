"""Articles that nobody would write: what each kind is made of, and what is to become of it.

The same number of articles and seed give the same articles. Sizes are such that a thousand are converted in
minutes; `large` ones are as large as they come.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

MET = "Azerbaijani President Ilham Aliyev met with Chinese Foreign Minister Wang Yi in Baku on Wednesday. "


@dataclass(frozen=True, slots=True)
class Rotten:
    """One article.

    Attributes:
        file: its name, which tells the kind.
        content: its bytes.
        fault: what the error says that it is set aside with; None where it is to be converted.
    """

    file: str
    content: bytes
    fault: str | None


Make = Callable[[random.Random, int], str | bytes]
# Each of about so many characters.
CONVERTED: dict[str, Make] = {
    "one-line": lambda _, size: MET * (size // len(MET) + 1),
    "one-word": lambda _, size: "a" * size,
    "no-stop": lambda lot, size: " ".join(lot.choices(("Baku", "met", "the", "China", "and"), k=size // 5)),
    "nested": lambda lot, size: "“‘" * (size // 20) + lot.choice((MET, "he said")) + "’”" * (size // 20),
    "half-quoted": lambda _, size: MET + "“" * (size // 20) + MET,
    "straight": lambda _, size: "\"Aliyev\" 'Wang' " * (size // 16),
    "brackets": lambda _, size: "(" * (size // 20) + MET + ")" * (size // 20),
    "list": lambda lot, size: (
        "China, " * (size // 10) + lot.choice(("and Peru", "Peru and")) + " met in Baku."
    ),
    "conjunctions": lambda _, size: "China and " * (size // 10) + "Peru met.",
    "right-to-left": lambda _, size: f"\u202e{MET}\u202c\u200f\u2067{MET}\u2069\n\n" * (size // 200 + 1),
    "arabic": lambda _, size: f"التقى الرئيس إلهام علييف وزير الخارجية وانغ يي. {MET}" * (size // 150 + 1),
    "invisible": lambda lot, size: "".join(
        c + lot.choice(("", "\u200b", "\u00ad")) for c in MET * (size // 150 + 1)
    ),
    "combining": lambda _, size: MET + "a" + "\u0301" * size,
    "pictures": lambda _, size: "\U0001f600" * (size // 4) + MET,
    "digits": lambda lot, size: str(lot.getrandbits(size * 3)) + "." + MET,
    "dates": lambda lot, size: "".join(
        f"On {lot.randrange(99)} May {lot.randrange(9999)} they met. " for _ in range(size // 26)
    ),
    "marks": lambda lot, size: "".join(lot.choices("-–—…;:!?/\\|*#@&%$<>[]{}=+~^`", k=size)) + MET,
    "stops": lambda _, size: "." * size + MET,
    "lines": lambda _, size: "\n" * size + MET,
    "returns": lambda _, size: MET + "\r" * (size // 2) + MET,
    "markup": lambda _, size: f"<script>alert(1)</script> {MET} <p>&lt;&#0;" * (size // 150 + 1),
    "triples": lambda _, size: f'<a> <b> "{MET}" .\n\\u0041 \\" """ ' * (size // 150 + 1),
    "any-letters": lambda lot, size: "".join(
        chr(lot.choice((lot.randrange(32, 0xD800), lot.randrange(0xE000, 0x10FFFF))))
        for _ in range(size // 4)
    ).translate(dict.fromkeys(range(127, 160), " ")),
}
REFUSED: dict[str, tuple[Make, str]] = {
    "empty": (lambda _, __: b"", "expected text, found none"),
    "blank": (lambda _, size: " \n" * size, "expected text, found none"),
    "latin": (lambda _, __: "The café.".encode("latin-1"), "expected UTF-8, found byte 0xe9"),
    "utf-16": (lambda _, __: MET.encode("utf-16"), "expected UTF-8"),
    "cut": (lambda _, __: "They met in a café".encode()[:-1], "expected UTF-8"),
    "surrogates": (lambda _, __: MET.encode() + b"\xed\xa0\x80", "expected UTF-8"),
    "over-long": (lambda _, __: MET.encode() + b"\xc0\xaf", "expected UTF-8"),
    "nothing": (lambda _, __: MET + "\x00", "expected text, found control character U+0000"),
    "control": (
        lambda lot, __: MET + chr(lot.choice((1, 7, 8, 11, 27, 127, 133))),
        "found control character",
    ),
    "random": (lambda lot, size: b"\xff" + lot.randbytes(size), "expected UTF-8"),
}


def articles(number: int, size: int, seed: int = 7) -> Iterator[Rotten]:
    """Yield so many articles of all kinds in turn, each of about so many characters at most."""
    lot = random.Random(seed)
    kinds: list[tuple[str, Make, str | None]] = [(kind, make, None) for kind, make in CONVERTED.items()]
    kinds += [(kind, make, fault) for kind, (make, fault) in REFUSED.items()]
    for place in range(number):
        kind, make, fault = kinds[place % len(kinds)]
        made = make(lot, lot.randrange(size // 2, size))
        yield Rotten(f"{kind}-{place}.txt", made if isinstance(made, bytes) else made.encode(), fault)


def large() -> Iterator[Rotten]:
    """Yield articles of ten million characters."""
    most = "expected at most 2,000,000 characters"
    yield Rotten("large-line.txt", (MET * 100_000).encode(), most)
    yield Rotten("large-word.txt", b"a" * 10_000_000, most)
    yield Rotten("large-paragraphs.txt", f"{MET}\n\n".encode() * 100_000, most)
