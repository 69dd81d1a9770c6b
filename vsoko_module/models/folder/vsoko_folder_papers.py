from odoo import models
from odoo.exceptions import UserError

from ...tools.archives import Archive
from ...tools.file_names import file_name
from ...tools.folder_contents import contents
from ...tools.russian import number

# Sub-folders of the archive, in Russian as everything that is printed
PLACES = {
    "order": "Приказы",
    "note": "Справки",
    "minutes": "Протоколы",
    "excerpt": "Протоколы",
    "text": "Другие документы",
}


class VsokoFolder(models.Model):
    """The papers themselves, for an inspector: an archive with a list of contents."""

    _inherit = "vsoko.folder"

    def action_download(self):
        """The archive is made while it is downloaded; nothing of it is kept."""
        self.ensure_one()
        if not self.checked_on:
            self.action_check()
        return {
            "type": "ir.actions.act_url",
            "target": "self",
            "url": f"/vsoko/folder/{self.id}",
        }

    def _archive_name(self):
        return file_name("Папка ВСОКО", self.year_id.name or "", "zip")

    def _write_archive(self, file):
        """Write the ZIP into ``file``, one paper in memory at a time."""
        self.ensure_one()
        self.check_access("write")
        papers = self._archived_papers()
        if not papers and not self.line_ids:
            raise UserError(
                self.env._(
                    "Nothing has been checked yet: press «Check the folder» first."
                )
            )
        with Archive(file) as target:
            names = {paper: self._add_paper(target, paper) for paper in papers}
            others = [
                target.add(f"{place}/{name}", content)
                for place, name, content in self._other_files()
            ]
            target.add("Содержание.xlsx", self._contents(names, others))

    def _archived_papers(self):
        """Registered papers of the year and those that the check has found."""
        documents = self.env["vsoko.document"]
        found = self.line_ids.filtered(
            lambda line: line.target_model == documents._name and line.state == "met"
        )
        return documents.search(
            [
                ("company_id", "=", self.company_id.id),
                ("state", "=", "registered"),
                "|",
                ("year_id", "=", self.year_id.id),
                ("id", "in", found.mapped("target_id")),
            ],
            order="date, id",
        )

    def _add_paper(self, target, paper):
        # A prefetch of its own: the files of all papers at once fill the memory
        alone = paper.with_prefetch(paper.ids)
        [(name, content)] = alone._files("pdf")
        alone.invalidate_recordset(["pdf_file"], flush=False)
        return target.add(f"{PLACES[paper.layout]}/{name}", content)

    def _other_files(self):
        """Hook: ``(sub-folder, name, bytes)`` of what is printed for the folder."""
        return []

    def _contents(self, names, others):
        """Rows of the check with their papers, then the files no row has led to."""
        by_id = {paper.id: name for paper, name in names.items()}
        rows = [
            (line.stage_id.name, line.about, line.name, line._file_of(by_id))
            for line in self.line_ids.sorted("sequence")
        ]
        listed = {row[-1] for row in rows}
        files = [(paper.display_name, name) for paper, name in names.items()]
        files += [("", name) for name in others]
        rows += [
            (place, title or name.removesuffix(".pdf"), "", path)
            for title, path in files
            for place, _slash, name in [path.partition("/")]
            if path not in listed
        ]
        return contents(self._archive_title(), self._archive_summary(), rows)

    def _archive_title(self):
        return f"{self.company_id.name}. Папка ВСОКО, {self.year_id.name} учебный год"

    def _archive_summary(self):
        met, due = number(self.met_weight), number(self.due_weight)
        return f"Готовность: {self.percent} % ({met} из {due})"
