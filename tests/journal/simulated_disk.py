"""A disk in memory whose power can be cut between any two operations (an apsw VFS).

Model: what was synced is there after the cut. Of what was written and not synced, any subset of
512-byte sectors may have reached the disk, so writes can be lost, reordered and torn. A file's
name is durable once the file was synced (as ext4 does).
"""

import random
from dataclasses import dataclass, field

import apsw

SECTOR_BYTES = 512


class PowerCut(Exception):
    """The lights went out."""


@dataclass
class Blocks:
    """One file: what programs see, what the disk surely holds, what may or may not be there."""

    seen: bytearray = field(default_factory=bytearray)
    durable: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes]] = field(default_factory=list)
    named: bool = False


class Disk:
    """Files by name, and a countdown of operations until the power is cut."""

    def __init__(self, files: dict[str, bytes] | None = None) -> None:
        self.files: dict[str, Blocks] = {
            name: Blocks(bytearray(content), bytearray(content), [], named=True)
            for name, content in (files or {}).items()
        }
        self.operations = 0
        self.cut_after = -1
        self.off = False
        self.keep: object = None  # the VFS that reads this disk must live as long

    def works(self) -> bool:
        """One operation; raises PowerCut at the cut, and does nothing more after it."""
        if self.off:
            return False
        self.operations += 1
        if self.cut_after < 0 or self.operations < self.cut_after:
            return True
        if self.operations == self.cut_after:
            self.switch_off()
            raise PowerCut
        return False

    def switch_off(self) -> None:
        """Nothing reaches the disk from now on, not even what closing a database would write."""
        self.off = True

    def after_the_cut(self, seed: int) -> dict[str, bytes]:
        """What the disk holds when the power is back."""
        chance = random.Random(seed)
        return {
            name: bytes(_settled(blocks, chance))
            for name, blocks in self.files.items()
            if blocks.named
        }


class DiskVFS(apsw.VFS):
    """SQLite's window on a `Disk`."""

    def __init__(self, name: str, disk: Disk) -> None:
        self.disk = disk
        super().__init__(name, "")

    def xOpen(self, name: object, flags: list[int]) -> "DiskFile":  # noqa: N802
        text = name.filename() if isinstance(name, apsw.URIFilename) else str(name)
        flags[1] = flags[0]
        return DiskFile(self.disk, self.disk.files.setdefault(text, Blocks()))

    def xAccess(self, pathname: str, flags: int) -> bool:  # noqa: N802
        return pathname in self.disk.files

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        if self.disk.works():
            self.disk.files.pop(filename, None)

    def xFullPathname(self, name: str) -> str:  # noqa: N802
        return name


class DiskFile:
    """One open file."""

    def __init__(self, disk: Disk, blocks: Blocks) -> None:
        self.disk, self.blocks = disk, blocks

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802
        return bytes(self.blocks.seen[offset : offset + amount])

    def xWrite(self, content: bytes, offset: int) -> None:  # noqa: N802
        if self.disk.works():
            _write(self.blocks.seen, offset, content)
            self.blocks.pending.append((offset, content))

    def xTruncate(self, size: int) -> None:  # noqa: N802
        if self.disk.works():
            del self.blocks.seen[size:]
            self.blocks.pending.append((-1 - size, b""))

    def xSync(self, flags: int) -> None:  # noqa: N802
        if self.disk.works():
            self.blocks.durable = bytearray(self.blocks.seen)
            self.blocks.pending.clear()
            self.blocks.named = True

    def xFileSize(self) -> int:  # noqa: N802
        return len(self.blocks.seen)

    def xSectorSize(self) -> int:  # noqa: N802
        return SECTOR_BYTES

    def xDeviceCharacteristics(self) -> int:  # noqa: N802
        return 0

    def xLock(self, level: int) -> None:  # noqa: N802
        return None

    xUnlock = xLock  # noqa: N815

    def xCheckReservedLock(self) -> bool:  # noqa: N802
        return False

    def xFileControl(self, op: int, ptr: int) -> bool:  # noqa: N802
        return False

    def xClose(self) -> None:  # noqa: N802
        return None


def _settled(blocks: Blocks, chance: random.Random) -> bytearray:
    found = bytearray(blocks.durable)
    for offset, content in blocks.pending:
        if offset < 0:
            if chance.random() < 0.5:
                del found[-1 - offset :]
            continue
        for start in range(0, len(content), SECTOR_BYTES):
            if chance.random() < 0.5:
                _write(found, offset + start, content[start : start + SECTOR_BYTES])
    return found


def _write(target: bytearray, offset: int, content: bytes) -> None:
    if len(target) < offset:
        target.extend(bytes(offset - len(target)))
    target[offset : offset + len(content)] = content
