package org.proteus.programs.step;

import java.util.ArrayList;
import java.util.List;
import org.proteus.foundation.content.TypeHierarchy;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.programs.Invocation;

/**
 * Hands an input over to a command under the type that its unit declares. A unit for a type takes
 * all kinds of it (source code is plain text), but its program knows the declared types only. What
 * is of another family keeps its type: the markup of a presentation in XML could be read as text,
 * but is not what anybody means by its text.
 */
final class DeclaredInputs {

    private DeclaredInputs() {}

    static Invocation of(Invocation invocation, TransformationUnit unit) {
        List<Invocation.Input> inputs = new ArrayList<>();
        for (int i = 0; i < invocation.inputs().size(); i++) {
            Invocation.Input input = invocation.inputs().get(i);
            inputs.add(
                    i < unit.sources().size()
                            ? declared(input, unit.sources().get(i).mediaType())
                            : input);
        }
        return new Invocation(
                invocation.unit(),
                inputs,
                invocation.target(),
                invocation.parameters(),
                invocation.output(),
                invocation.scratch());
    }

    private static Invocation.Input declared(Invocation.Input input, ContentType taken) {
        boolean kind =
                input.type().type().equals(taken.type())
                        && TypeHierarchy.supertypes(input.type()).contains(taken);
        return kind
                ? new Invocation.Input(
                        input.file(), taken.withParameters(input.type().parameters()), input.name())
                : input;
    }
}
