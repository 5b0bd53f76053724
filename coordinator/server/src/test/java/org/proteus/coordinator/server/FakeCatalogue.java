package org.proteus.coordinator.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.ProgramView;
import org.proteus.foundation.model.job.SizeStatisticsView;
import org.proteus.foundation.model.job.UnitStatisticsView;
import org.proteus.foundation.model.program.PlanCost;
import org.proteus.foundation.model.program.ProgramOrigin;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.model.protocol.ProgramOffer;
import org.proteus.graph.Catalogue;
import org.proteus.graph.Explanation;
import org.proteus.graph.PlanAnswer;
import org.proteus.graph.PlanGoal;
import org.proteus.graph.PlanObject;
import org.proteus.graph.ProgramRegistry;
import org.proteus.graph.QueryResult;
import org.proteus.graph.UnitFilter;
import org.proteus.graph.UnitView;
import org.proteus.graph.query.ProgramQuery;

/** A catalogue of one program that turns text into anything but sound; pictures lack a worker. */
final class FakeCatalogue implements Catalogue {

    final ProgramRegistry registry = new ProgramRegistry(List.of(ShoutProgram.program()));

    @Override
    public PlanAnswer plan(PlanObject object, PlanGoal goal, int alternatives) {
        ContentType source = object.type();
        ContentType target = goal.target();
        Map<String, String> options = goal.options();
        if (!options.isEmpty() && !options.containsKey("width")) {
            return new PlanAnswer.Refused(
                    new Problem(ErrorCode.UNKNOWN_OPTION, "no step takes it", "Leave it out"));
        }
        return switch (target.type()) {
            case "audio" ->
                    new PlanAnswer.Refused(
                            new Problem(ErrorCode.NO_PATH, "text never sings", "Try text/html"));
            case "image" ->
                    new PlanAnswer.NotRunnable(
                            ShoutProgram.steps(source, target), List.of(ShoutProgram.program()));
            default -> new PlanAnswer.Found(ShoutProgram.steps(source, target));
        };
    }

    @Override
    public Explanation why(PlanObject object, PlanGoal goal, String name) {
        return new Explanation(
                name, name.equals("shout"), "it is the only one", "", Optional.empty());
    }

    @Override
    public List<UnitView> units(UnitFilter filter) {
        TransformationUnit unit = ShoutProgram.program().units().getFirst();
        return List.of(
                new UnitView(
                        new UnitId("shout", unit.id()),
                        "Shouts",
                        unit.sources(),
                        unit.target(),
                        unit.parameters(),
                        List.of(),
                        unit.loss(),
                        unit.limits(),
                        PlanCost.of(4, 0.8, 0.2, 0),
                        Optional.of(0.5),
                        Optional.empty(),
                        true));
    }

    @Override
    public List<ContentType> sources(ContentType target) {
        return List.of(ShoutProgram.TEXT);
    }

    @Override
    public List<ContentType> targets(ContentType source) {
        return List.of(ShoutProgram.UPPER, ContentType.of("application", "pdf"));
    }

    @Override
    public List<UnitStatisticsView> statistics() {
        return List.of(
                new UnitStatisticsView(
                        new UnitId("imagemagick", "to-png"),
                        Optional.of(0.98),
                        List.of(new SizeStatisticsView("small", 12.5, 0.25, 0.04))));
    }

    @Override
    public List<ProgramView> programs() {
        return List.of(
                new ProgramView(
                        ShoutProgram.program(),
                        ProgramOrigin.SHIPPED,
                        true,
                        ProgramOffer.State.RUNNABLE,
                        "shout 1.0",
                        List.of("w1")));
    }

    @Override
    public QueryResult query(String query) {
        return ProgramQuery.parse(query).run(registry);
    }

    @Override
    public ContentType resolveType(String text) {
        return switch (text) {
            case "txt", "a.txt", "hello.txt" -> ShoutProgram.TEXT;
            case "png" -> ContentType.of("image", "png");
            default -> {
                try {
                    yield ContentType.parse(text);
                } catch (IllegalArgumentException e) {
                    throw new ProteusException(
                            ErrorCode.UNKNOWN_TYPE, "there is no such type", "Write type/subtype");
                }
            }
        };
    }
}
