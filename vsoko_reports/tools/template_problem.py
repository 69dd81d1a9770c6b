"""Why a template is not taken; sentences are made where the language is known."""


class TemplateProblem(ValueError):
    """``code`` of the mistake, what stands there, what may have been meant."""

    def __init__(self, code: str, detail: str = "", near: str = ""):
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail
        self.near = near
