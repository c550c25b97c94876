"""How objects of formal and reference classes, their classes and generic functions are shown."""

from typing import Any

from rnet.interpreter.attributes import attribute
from rnet.interpreter.builtin import builtin
from rnet.interpreter.deparse_value import deparsed_lines
from rnet.interpreter.environment import Environment
from rnet.interpreter.formal_classes import (
    DATA,
    ClassDefinition,
    data_part,
    definition,
    formal_class,
    is_reference,
    line_of,
    registry,
)
from rnet.interpreter.formal_methods import Chain, applicable, generic_of, run_method
from rnet.interpreter.frame import Context
from rnet.interpreter.functions.printing import invisible
from rnet.interpreter.print_value import PLAIN, print_element, print_value, write
from rnet.interpreter.values import Closure, FormalObject, Value, boxed
from rnet.language.parser import parse_expression

WIDTH = 80


@builtin("show", "object", context=True)
def show(context: Context, value: Value) -> Value:
    """Show an object by the method of its class."""
    show_value(value, context.environment)
    return invisible(None)


def show_value(value: Value, environment: Environment) -> None:
    """Show an object by the method of its class, or as R shows any."""
    generic = generic_of("show")
    methods = [] if generic is None else list(generic.methods.values())
    found = applicable(methods, [line_of(value)])
    if found and generic is not None:
        node = parse_expression("show(object)")
        chain = Chain(generic, "show", found[1:])
        run_method(chain, found[0], [(None, value)], environment, node)  # type: ignore[arg-type]
    else:
        show_plainly(value, environment)


@builtin("showDefault", "object, ...", context=True)
def show_default(context: Context, value: Value, dots: Any) -> Value:
    """Show an object slot by slot."""
    show_plainly(value, context.environment)
    return invisible(None)


def show_plainly(value: Value, environment: Environment) -> None:
    """Show an object as R does where its class has no method."""
    kind = formal_class(value)
    own = None if kind is None else definition(kind)
    if is_reference(value):
        from rnet.interpreter.reference_objects import show_reference

        show_reference(value, environment)
    elif kind == "classRepresentation":
        show_class(registry().classes[str(value.attributes["className"].data[0])])
    elif kind == "standardGeneric":
        _show_generic(value)
    elif kind in ("refObjectGenerator", "classGeneratorFunction"):
        _show_generator(value, kind)
    elif own is None:
        print_value(value, environment)
    else:
        _show_slots(value, own, environment)


def _show_slots(value: Value, own: ClassDefinition, environment: Environment) -> None:
    write(f'An object of class "{own.name}"')
    if own.data_type:
        print_element(data_part(value), PLAIN, environment)
    elif not own.slots:
        write("<S4 Type Object>")
    for name in own.slots:
        if name != DATA:
            write(f'Slot "{name}":')
            part = attribute(value, name)
            if isinstance(part, Closure) and formal_class(part) is None:
                write("\n".join(deparsed_lines(part)))
            else:
                print_element(boxed(part), PLAIN, environment)
            write("")


def _show_generic(value: Closure) -> None:
    name = str(value.attributes["generic"].data[0])  # type: ignore[index]
    generic = generic_of(name)
    bare = Closure(value.node, value.parameters, value.body, value.environment)
    write(f'standardGeneric for "{name}" defined from package ".GlobalEnv"\n')
    write("\n".join(deparsed_lines(bare)))
    write(f"<environment: {hex(id(value))}>")
    write(
        f"Methods may be defined for arguments: {', '.join(generic.parameters if generic else [])}"
    )
    write(f"Use  showMethods({name})  for currently available ones.")


def _show_generator(value: Closure, kind: str) -> None:
    name = str(value.attributes["className"].data[0])  # type: ignore[index]
    own = definition(name)
    if kind == "refObjectGenerator" and own is not None:
        from rnet.interpreter.functions.reference_classes import generator_text

        write(generator_text(own, str(value.attributes["title"].data[0])))  # type: ignore[index]
    else:
        shown = f"\u201c{name}\u201d from package \u2018.GlobalEnv\u2019"
        write(f"class generator function for class {shown}")
        write(f'function (...) \nnew("{name}", ...)')


def properties_text(properties: dict[str, str]) -> str:
    """Return names and classes as R prints them: two rows of cells of one width."""
    width = max((len(word) for pair in properties.items() for word in pair), default=0)
    labels = 6
    columns = max((WIDTH - labels) // (width + 1), 1)
    pairs = list(properties.items())
    blocks = []
    for start in range(0, len(pairs), columns):
        part = pairs[start : start + columns]
        rows = [" " * (labels + len(part) * (width + 1))]
        for label, place in (("Name: ", 0), ("Class:", 1)):
            rows.append(label + "".join(f" {pair[place]:>{width}}" for pair in part))
        blocks.append("\n".join(rows))
    return "\n".join(blocks)


def show_class(own: ClassDefinition) -> None:
    """Show the definition of a class."""
    virtual = "Virtual Class" if own.virtual else "Class"
    write(f'{virtual} "{own.name}" [in ".GlobalEnv"]\n')
    write(
        f"Slots:\n{properties_text(own.slots)}"
        if own.slots
        else 'No Slots, prototype of class "S4"'
    )
    above = list(registry().line(own.name).items())[1:]
    if above:
        write("\nExtends: ")
        near = [name for name, distance in above if distance == 1]
        if len(near) == len(above):
            write(", ".join(f'"{name}"' for name in near))
        else:
            for name, distance in above:
                by = "directly" if distance == 1 else f'by class "{near[0]}", distance {distance}'
                write(f'Class "{name}", {by}')


@builtin("getClass getClassDef", "Class, ...")
def get_class(name: Value, dots: Any) -> Value:
    """Return the definition of a class."""
    from rnet.interpreter.coerce import text
    from rnet.interpreter.functions.formal_classes import known_class
    from rnet.interpreter.values import character

    own = known_class(text(name, "Class"))
    kind = character(["classRepresentation"], {"package": character(["methods"])})
    return FormalObject({"className": character([own.name]), "class": kind})


@builtin("showClass", "Class, ...")
def show_class_(name: Value, dots: Any) -> Value:
    """Show the definition of a class."""
    from rnet.interpreter.coerce import text
    from rnet.interpreter.functions.formal_classes import known_class

    show_class(known_class(text(name, "Class")))
    return invisible(None)
