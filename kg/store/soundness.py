"""Whether a build can be asked: each of its files opens, and holds what it is to hold at first sight.

It is looked at in milliseconds, however large the build is; whether each byte is as it was written is for
`kg verify` to say.
"""

from kg.store import cited, kept, lists, ordered, tellings, texts
from kg.store.builds import Build

NAMES = {
    texts.FILE: "a text index",
    cited.FILE: "the sentences of a build",
    lists.FILE: "the lists of a build",
    ordered.FILE: "the indexes of a build",
    tellings.FILE: "the tellings of a build",
}


def look(build: Build) -> None:
    """See whether a build can be asked.

    Raises:
        StoreError: a file is missing, cut short or none of its kind.
    """
    kept.read(build.folder)
    next(build.matching(None, None, None), None)
    build.manifest  # noqa: B018 # is read
    for name, what in NAMES.items():
        # Builds of before may lack all but the first.
        if name == texts.FILE or (build.folder / name).exists():
            with texts.reading(build.folder / name, what) as index:
                index.execute("SELECT count(*) FROM sqlite_schema").fetchone()
