"""Write index.json from the sidecars R exported, sources.json and the CSV files themselves.

Run it after adding a data set: `python datasets/make_index.py`. With `--check` nothing is
written; the exit status says whether the index is up to date.
"""

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
SIDECAR_KEYS = (
    "kind",
    "object_class",
    "attributes",
    "nrow",
    "ncol",
    "row_names",
    "row_names_type",
    "column_names",
    "dim",
    "dimnames",
    "tsp",
    "items",
    "columns",
)


def make_index() -> str:
    """Return the text of index.json."""
    sources = json.loads((FOLDER / "sources.json").read_text("utf-8"))
    names = sorted(sources["descriptions"], key=lambda name: (name.lower(), name))
    entries = {name: _entry(name, sources) for name in names}
    packages = list(sources["packages"])
    by_package = sorted(entries, key=lambda name: packages.index(entries[name]["package"]))
    datasets = {name: entries[name] for name in by_package}
    index = {"packages": sources["packages"], "notes": sources["notes"], "datasets": datasets}
    return json.dumps(index, ensure_ascii=False, indent=1) + "\n"


def _entry(name: str, sources: dict[str, Any]) -> dict[str, Any]:
    sidecar = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    package = sources["packages"][sidecar["package"]]
    files = sorted(path.name for path in FOLDER.glob(f"{name}*.csv*") if _belongs(path, name))
    return {
        "description": sources["descriptions"][name],
        "package": sidecar["package"],
        "version": package["version"],
        "licence": package["licence"],
        **{key: sidecar[key] for key in SIDECAR_KEYS if sidecar.get(key) is not None},
        "sha256": {file: _checksum(FOLDER / file) for file in files},
    }


def _belongs(path: Path, name: str) -> bool:
    whole = [f"{name}.csv"]
    parts = [f"{name}.{part}.csv.gz" for part in ("train", "test")]
    return path.name in whole + parts


def _checksum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main(arguments: list[str]) -> int:
    """Write the index, or compare it with what is there."""
    text = make_index()
    target = FOLDER / "index.json"
    if "--check" in arguments:
        return int(target.read_text("utf-8") != text)
    target.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
