package org.proteus.graph.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.program.ProgramDocuments;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.graph.ProgramRegistry;
import org.proteus.graph.publish.contract.TestDocument;

/** Runs the examples of the guide. */
class QueryGuideTest {

    private static final Path GUIDE = Path.of("../../docs/query-language.md");

    private final ProgramRegistry registry = new ProgramRegistry(List.of(magick()));

    QueryGuideTest() {
        registry.publish(program(TestDocument.of("mine", "2", "image/tiff", "image/bmp")));
    }

    @Test
    void theExamplesAnswerWhatTheySay() throws Exception {
        List<ProgramQuery> examples =
                Pattern.compile("```query\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(GUIDE))
                        .results()
                        .flatMap(block -> block.group(1).lines())
                        .map(ProgramQuery::parse)
                        .toList();
        assertThat(examples.stream().map(query -> query.run(registry).rows().size()).toList())
                .containsExactly(2, 1, 1, 1, 2, 1);
        assertThat(examples.get(1).run(registry).rows())
                .singleElement()
                .hasToString("{programId=[mine], version=[2]}");
        assertThat(examples.get(3).run(registry).rows().getFirst().get("parameter"))
                .containsExactly("width");
    }

    @Test
    void theGuideNamesEveryField() throws Exception {
        String guide = Files.readString(GUIDE);
        assertThat(Arrays.stream(QueryField.values()).map(QueryField::text))
                .allSatisfy(field -> assertThat(guide).contains("`" + field + "`"));
    }

    private static TransformationProgram magick() {
        String one =
                new String(
                        TestDocument.of("magick", "1", "image/tiff", "image/png").array(),
                        StandardCharsets.UTF_8);
        String unit =
                one.substring(
                        one.indexOf("<TransformationUnit "), one.indexOf("</TransformationUnits>"));
        String wide =
                unit.replace("\"u\"", "\"wide\"")
                        .replace("image/png", "image/jpeg")
                        .replace(
                                "image/jpeg</Mimetype>",
                                "image/jpeg</Mimetype><Parameters><Parameter name=\"width\""
                                        + " value=\"*\" isOptional=\"true\"/></Parameters>");
        return program(
                Bytes.of(
                        one.replace(unit, unit.replace("\"u\"", "\"u\" p:loss=\"lossless\"") + wide)
                                .replace("version=", "xmlns:p=\"urn:proteus:program:1\" version=")
                                .replace("org.example.Runs", "org.example.image.Magick")
                                .getBytes(StandardCharsets.UTF_8)));
    }

    private static TransformationProgram program(Bytes document) {
        return ProgramDocuments.parse(document.array(), "test.xml");
    }
}
