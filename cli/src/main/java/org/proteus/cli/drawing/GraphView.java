package org.proteus.cli.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.TypePattern;
import org.proteus.graph.Catalogue;
import org.proteus.graph.UnitFilter;
import org.proteus.graph.UnitView;

/**
 * The graph, or the part of it on ways from a type or to a type.
 *
 * @param types media types and ranges that some unit takes or gives, in order
 * @param units the units, in the order of their ids
 */
public record GraphView(List<String> types, List<UnitView> units) {

    /** Returns the graph of these units. */
    public static GraphView of(List<UnitView> units) {
        Set<String> types = new TreeSet<>();
        for (UnitView unit : units) {
            unit.sources().forEach(source -> types.add(source.mediaType().mediaType()));
            types.add(unit.target().mediaType().mediaType());
        }
        return new GraphView(List.copyOf(types), List.copyOf(units));
    }

    /** Returns the part of a graph that ways from a type use. */
    public static Predicate<UnitView> from(ContentType type, Catalogue catalogue) {
        List<ContentType> reached = withItself(type, catalogue.targets(type));
        return unit -> unit.sources().stream().anyMatch(source -> coversOne(source, reached));
    }

    /** Returns the part of a graph that ways to a type use. */
    public static Predicate<UnitView> to(ContentType type, Catalogue catalogue) {
        List<ContentType> leading = withItself(type, catalogue.sources(type));
        return unit -> leading.contains(unit.target().mediaType());
    }

    /** Returns the units of a catalogue that a part holds. */
    public static GraphView part(Catalogue catalogue, Predicate<UnitView> part) {
        return of(catalogue.units(UnitFilter.ALL).stream().filter(part).toList());
    }

    private static List<ContentType> withItself(ContentType type, List<ContentType> others) {
        List<ContentType> all = new ArrayList<>(others);
        all.add(type.withoutParameters());
        return all;
    }

    private static boolean coversOne(TypePattern source, List<ContentType> types) {
        ContentType taken = source.mediaType();
        return types.stream()
                .anyMatch(type ->
                        taken.equals(type)
                                || (taken.isRange()
                                        && (taken.type().equals(ContentType.ANY)
                                                || taken.type().equals(type.type()))));
    }
}
