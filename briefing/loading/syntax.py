"""What a YAML parser complains about, in words for people and with what to do."""

from __future__ import annotations

from yaml.error import MarkedYAMLError

from briefing.loading.reading import RefusedError


def explain(error: Exception, text: str) -> RefusedError:
    """What is wrong and where."""
    del text
    if isinstance(error, MarkedYAMLError) and error.problem_mark:
        mark = error.problem_mark
        return RefusedError(str(error.problem), "", mark.line, mark.column)
    return RefusedError(str(error))
