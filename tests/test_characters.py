"""Characters that a format has no room for."""

from kg.store.characters import xml_safe


def test_what_xml_holds_is_left_alone() -> None:
    """Only what is no character of XML is replaced: tab, line ends and all scripts stay."""
    kept = "a\t\n\r ~\x7fé北\ufffd\U0001f600".encode()

    assert xml_safe(kept) == kept
    assert xml_safe(bytes(range(0x20))) == b"?" * 9 + b"\t\n??\r" + b"?" * 18
    assert xml_safe("a\ufffe\uffffb".encode()) == "a\ufffd\ufffdb".encode()
