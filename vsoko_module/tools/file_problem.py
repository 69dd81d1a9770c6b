"""What is wrong with a file, said by a code: the sentence is up to the caller."""


class FileProblem(Exception):
    """A file that cannot be used.

    ``code`` says why, ``params`` hold what a sentence about it needs, ``filename``
    among them.

    >>> problem = FileProblem("too_big", size=52_428_800, limit=20_971_520)
    >>> problem.code, problem.params["limit"]
    ('too_big', 20971520)
    """

    def __init__(self, code, **params):
        super().__init__(code, params)
        self.code = code
        self.params = params
