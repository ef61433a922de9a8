"""What a variable file calls the arguments of its import."""

from pathlib import Path

_GETTERS = frozenset({"get_variables", "getVariables"})


def arguments_of_file(path: Path) -> tuple[str, ...]:
    """Returns the names of the arguments that ``get_variables`` of a variable file takes."""
    if path.suffix != ".py":
        return ()
    from ast import FunctionDef, parse, walk  # noqa: PLC0415 - few variable files have arguments

    for node in walk(parse(path.read_bytes())):
        if isinstance(node, FunctionDef) and node.name in _GETTERS:
            names = (argument.arg for argument in (*node.args.posonlyargs, *node.args.args))
            return tuple(name for name in names if name != "self")
    return ()
