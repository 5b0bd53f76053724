package org.proteus.graph.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.proteus.foundation.content.TypeNames;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.job.ProgramView;
import org.proteus.foundation.model.job.UnitStatisticsView;
import org.proteus.foundation.model.program.ProgramDocuments;
import org.proteus.foundation.model.program.ProgramOrigin;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.protocol.ProgramOffer;
import org.proteus.graph.Catalogue;
import org.proteus.graph.Explanation;
import org.proteus.graph.GraphPlanner;
import org.proteus.graph.PlanAnswer;
import org.proteus.graph.PlanGoal;
import org.proteus.graph.PlanObject;
import org.proteus.graph.PlanQuestion;
import org.proteus.graph.ProgramRegistry;
import org.proteus.graph.QueryResult;
import org.proteus.graph.RunnablePrograms;
import org.proteus.graph.UnitFilter;
import org.proteus.graph.UnitStatistics;
import org.proteus.graph.UnitView;
import org.proteus.graph.query.ProgramQuery;

/** The real planner over a few documents, all of which can be run. */
final class SmallCatalogue implements Catalogue {

    static final String DOCX =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final List<TransformationProgram> programs =
            List.of(
                    program(
                            "office",
                            "Converts documents.",
                            unit("docx-pdf", "lossy", DOCX, "", "application/pdf", ""),
                            unit("docx-txt", "structure-lost", DOCX, "", "text/plain", ""),
                            unit("txt-pdf", "lossless", "text/plain", "", "application/pdf", ""),
                            unit(
                                    "pdf-txt",
                                    "structure-lost",
                                    "application/pdf",
                                    "",
                                    "text/plain",
                                    "")),
                    program(
                            "draw",
                            "Draws pages.",
                            unit(
                                    "pdf-png",
                                    "structure-lost",
                                    "application/pdf",
                                    "<Parameter name=\"dpi\" value=\"*\" isOptional=\"true\"/>",
                                    "image/png",
                                    "<p:Limits maxInput=\"1000B\"/>")),
                    program(
                            "pdf",
                            "Opens what is locked.",
                            unit(
                                    "locked",
                                    "lossless",
                                    DOCX,
                                    "<Parameter name=\"password\" value=\"-\"/>",
                                    "application/pdf",
                                    "")));

    private final ProgramRegistry registry = new ProgramRegistry(programs);
    private final GraphPlanner planner = new GraphPlanner(registry, UnitStatistics.NONE);

    private static TransformationProgram program(String id, String description, String... units) {
        String text =
                """
                <gDTSTransformationProgram xmlns:p="urn:proteus:program:1" id="%s" version="1.0">
                  <p:Description>%s</p:Description>
                  <Transformer><Class>org.example.C</Class></Transformer>
                  <TransformationUnits>%s</TransformationUnits>
                </gDTSTransformationProgram>
                """
                        .formatted(id, description, String.join("", units));
        return ProgramDocuments.parse(text.getBytes(StandardCharsets.UTF_8), id + ".xml");
    }

    private static String unit(
            String id, String loss, String from, String parameters, String to, String limits) {
        return """
        <TransformationUnit id="%s" p:loss="%s">
          <Sources><Source><Input id="TRInput0"/><ContentType><Mimetype>%s</Mimetype></ContentType></Source></Sources>
          <ProgramParameters>%s</ProgramParameters>
          <Target><Output id="TROutput"/><ContentType><Mimetype>%s</Mimetype></ContentType></Target>
          %s
        </TransformationUnit>
        """
                .formatted(id, loss, from, parameters, to, limits);
    }

    @Override
    public PlanAnswer plan(PlanObject object, PlanGoal goal, int alternatives) {
        return planner.plan(PlanQuestion.of(object, goal).alternatives(alternatives));
    }

    @Override
    public Explanation why(PlanObject object, PlanGoal goal, String name) {
        return planner.why(PlanQuestion.of(object, goal), name);
    }

    @Override
    public List<ContentType> targets(ContentType source) {
        return planner.targets(source);
    }

    @Override
    public List<ContentType> sources(ContentType target) {
        return planner.sources(target);
    }

    @Override
    public List<UnitView> units(UnitFilter filter) {
        return planner.units(filter, RunnablePrograms.ALL);
    }

    @Override
    public List<UnitStatisticsView> statistics() {
        return List.of();
    }

    @Override
    public List<ProgramView> programs() {
        return programs.stream()
                .map(program ->
                        new ProgramView(
                                program,
                                ProgramOrigin.SHIPPED,
                                true,
                                ProgramOffer.State.RUNNABLE,
                                "",
                                List.of()))
                .toList();
    }

    @Override
    public QueryResult query(String query) {
        return ProgramQuery.parse(query).run(registry);
    }

    @Override
    public ContentType resolveType(String text) {
        return TypeNames.resolve(text);
    }
}
