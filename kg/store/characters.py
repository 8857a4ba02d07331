"""Characters that a format has no room for, in serialised bytes."""

# XML has no control characters (XML 1.0, section 2.2), but texts may, and the engine writes them as they are.
_XML_SAFE = bytes(b if b >= 0x20 or b in b"\t\n\r" else ord("?") for b in range(256))


def xml_safe(data: bytes) -> bytes:
    """Return as many bytes of whole characters: ? for each that XML has not, U+FFFD for U+FFFE and U+FFFF."""
    safe = data.translate(_XML_SAFE)
    return safe.replace(b"\xef\xbf\xbe", b"\xef\xbf\xbd").replace(b"\xef\xbf\xbf", b"\xef\xbf\xbd")
