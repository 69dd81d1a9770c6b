"""The month and the block that stand over the rows of a plan."""

from .plan_text import heading_style, is_period, names_block

MONTH, BLOCK = "month", "block"


class Headings:
    """What has been said above the row that is read now.

    >>> above = Headings()
    >>> above.add("СЕНТЯБРЬ"), above.add("КАЧЕСТВО УСЛОВИЙ"), above.add("Кадры")
    (None, None, None)
    >>> above.month, above.block, above.direction
    ('СЕНТЯБРЬ', 'КАЧЕСТВО УСЛОВИЙ', 'Кадры')
    >>> above.row_read()
    >>> above.add("КАЧЕСТВО ПРОЦЕССА")
    >>> above.block, above.direction
    ('КАЧЕСТВО ПРОЦЕССА', '')
    """

    def __init__(self):
        self.month = self.block = self.direction = ""
        self._outer = ""
        self._levels: dict[tuple[str, bool], int] = {}
        self._last_is_block = False

    def add(self, text: str) -> None:
        if is_period(text):
            self._add_month(text)
        else:
            self._add_block(text)

    def add_title(self, title: str) -> None:
        """Of what is written above a table, only what is surely a heading."""
        for line in title.splitlines():
            if is_period(line) or names_block(line):
                self.add(line)

    def row_read(self) -> None:
        self._last_is_block = False

    def _add_month(self, text: str) -> None:
        self._outer = self._outer or MONTH
        self.month = text
        self._last_is_block = False
        if self._outer == MONTH:
            self.block = self.direction = ""

    def _add_block(self, text: str) -> None:
        self._outer = self._outer or BLOCK
        if self._level(text):
            self.direction = text
            return
        self.block, self.direction = text, ""
        self._last_is_block = True
        if self._outer == BLOCK:
            self.month = ""

    def _level(self, text: str) -> int:
        """A heading right under another one, and looking otherwise, is inside it."""
        style = heading_style(text)
        if style not in self._levels:
            self._levels[style] = int(self._last_is_block)
        return self._levels[style]
