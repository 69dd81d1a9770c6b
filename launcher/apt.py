"""Packages of a Debian suite without touching the machine's own apt settings."""

import os
import subprocess
from pathlib import Path

from .console import StepFailed, run

KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"

CONFIG = """\
Dir::Etc::SourceList "{home}/sources.list";
Dir::Etc::SourceParts "-";
Dir::State::Lists "{home}/lists";
Dir::Cache "{home}/cache";
APT::Sandbox::User "{user}";
Acquire::Languages "none";
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear DPkg::Post-Invoke;
"""


def mirror() -> str:
    """The address the machine itself takes Debian from."""
    answer = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(LABEL)|$(REPO_URI)"],
        capture_output=True,
        text=True,
        check=False,
    )
    for line in answer.stdout.splitlines():
        label, _, address = line.partition("|")
        if label in ("Debian", "") and "security" not in address:
            return address
    raise StepFailed(
        "В настройках apt этой машины нет источника пакетов Debian.",
        "добавьте его в /etc/apt/sources.list, выполните apt-get update"
        " и повторите команду",
    )


def codename() -> str:
    for line in Path("/etc/os-release").read_text().splitlines():
        if line.startswith("VERSION_CODENAME="):
            return line.partition("=")[2]
    raise StepFailed("В /etc/os-release нет названия выпуска Debian.")


class Suite:
    """One suite of Debian, with its sources, lists and cache in a folder of its own."""

    def __init__(self, home: Path, name: str):
        self.home = home
        self.config = home / "apt.conf"
        self.name = name
        self._prepare()

    def _prepare(self) -> None:
        for part in "lists/partial", "cache/archives/partial":
            (self.home / part).mkdir(parents=True)
        source = f"deb [signed-by={KEYRING}] {mirror()} {self.name} main\n"
        (self.home / "sources.list").write_text(source)
        user = "root" if os.geteuid() == 0 else ""
        self.config.write_text(CONFIG.format(home=self.home, user=user))

    def download(self, packages: list[str], target: Path) -> None:
        target.mkdir(parents=True, exist_ok=True)
        apt = ["apt-get", "-c", self.config]
        run([*apt, "update"], f"apt-{self.name}-update")
        run([*apt, "download", *packages], f"apt-{self.name}-download", cwd=target)
