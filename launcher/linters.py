"""The rules of writing, checked by tools: Python, Odoo's own, translations, XML."""

import shutil
import subprocess
from pathlib import Path

from . import build, paths, python_env
from .console import run, say, step

# The author need not be the Odoo Community Association, one README on top of the
# repository serves the add-ons, and a model may be told in several short files.
# (In .pylintrc this cannot stand beside "all".)
PYLINT_SILENT = (
    "manifest-required-author,missing-readme,consider-merging-classes-inherited"
)
PRETTIER = paths.ROOT / "launcher" / "prettier"


def check() -> bool:
    """Run every checker to its end, so that one look shows all there is to mend."""
    say("Проверки оформления")
    results = [_check(title, words) for title, words in _checkers().items()]
    return all(results)


def _checkers() -> dict[str, list[object]]:
    addons = [addon for addon in paths.ADDONS if (paths.ROOT / addon).is_dir()]
    checkers = {
        "ruff": ["ruff", "check", "--no-cache", "."],
        "ruff format": ["ruff", "format", "--no-cache", "--check", "."],
        "pylint-odoo": ["pylint", f"--disable={PYLINT_SILENT}", *addons],
        "oca-checks-odoo-module": ["oca-checks-odoo-module", *addons],
        "prettier": [*_prettier(), "--check", *_found("*.xml")],
    }
    if _found("*.po"):
        checkers["oca-checks-po"] = ["oca-checks-po", *_found("*.po")]
    return checkers


def _found(pattern: str) -> list[str]:
    found = [path for path in paths.addon_files() if path.match(pattern)]
    return [str(path.relative_to(paths.ROOT)) for path in found]


def _check(title: str, words: list[object]) -> bool:
    program = shutil.which(str(words[0]), path=python_env.environment()["PATH"])
    result = subprocess.run(
        [str(word) for word in [program or words[0], *words[1:]]],
        cwd=paths.ROOT,
        env=python_env.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    say(f"  {'✗' if result.returncode else '✓'} {title}")
    if result.returncode:
        say(result.stdout)
    return not result.returncode


def _node_folder() -> Path:
    return paths.cache() / f"prettier-{paths.digest(_lock().read_text())}"


def _lock() -> Path:
    return PRETTIER / "package-lock.json"


def _prettier() -> list[object]:
    """Prettier with its XML plugin, installed beside the other caches."""
    folder = _node_folder()
    if not build.is_complete(folder):
        with step(
            "Prettier", "проверьте сеть (нужен доступ к npm) и повторите команду"
        ):
            build.ensure(folder, _install)
    modules = folder / "node_modules"
    plugin = modules / "@prettier" / "plugin-xml" / "src" / "plugin.js"
    return ["node", modules / "prettier" / "bin" / "prettier.cjs", f"--plugin={plugin}"]


def _install(folder: Path) -> None:
    for file in PRETTIER.glob("*.json"):
        shutil.copy(file, folder)
    run(["npm", "ci", "--no-audit", "--no-fund"], "npm", cwd=folder)
