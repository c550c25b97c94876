"""Count the recorded steps that come out equal, by file.

Run `python tests/interpreter/count_sessions.py [NAMES]`.

With `--failing FILE` the failing steps are written there, ordered by their reason.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "support"))

from r_recordings import all_files, run_any


def main(arguments: list[str]) -> None:
    """Print the counts of the files whose name contains one of the arguments."""
    target = arguments[arguments.index("--failing") + 1] if "--failing" in arguments else None
    wanted = [a for a in arguments if a != "--failing" and a != target]
    rows: list[str] = []
    equal = total = 0
    for path in all_files():
        name = "/".join(path.parts[-2:])
        if wanted and not any(word in name for word in wanted):
            continue
        count = run_any(path)
        equal, total = equal + count.equal, total + len(count.outcomes)
        sys.stdout.write(f"{name:40} {count}\n")
        rows += [
            f"{o.reason}\t{name}\t{o.place}\t{o.code.splitlines()[0][:160] if o.code else ''}"
            for o in count.outcomes
            if not o.equal
        ]
    sys.stdout.write(f"{'all':40} {equal}/{total}\n")
    if target is not None:
        Path(target).write_text("\n".join(sorted(rows)) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
