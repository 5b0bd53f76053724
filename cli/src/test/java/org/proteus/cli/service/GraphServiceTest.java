package org.proteus.cli.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.cli.remote.RemotePublishing;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.server.HttpSettings;
import org.proteus.graph.publish.Expected;

class GraphServiceTest {

    private static final HttpSettings HERE = HttpSettings.on(HttpSettings.LOOPBACK, 0);
    private static final Expected ANYTHING = new Expected.Anything();

    @TempDir private Path data;

    @Test
    void whatIsPublishedIsThereAfterARestart() {
        Optional<Path> token = Optional.of(data.resolve("operator.token"));
        try (GraphService service = start(Optional.of(data));
                RemotePublishing operator = new RemotePublishing(service.uri(), token)) {
            operator.publish("alias", document(), new Expected.Nothing());
            assertThat(operator.versions("alias")).hasSize(1);
        }
        try (GraphService service = start(Optional.of(data));
                RemotePublishing operator = new RemotePublishing(service.uri(), token)) {
            assertThat(operator.document("alias", "1")).isEqualTo(document().array());
            operator.withdraw("alias", new Expected.Version("1"));
        }
    }

    @Test
    void withoutAFolderItPublishesNothing() {
        try (GraphService service = start(Optional.empty())) {
            URI server = service.uri();
            assertThatThrownBy(() -> publish(server))
                    .isInstanceOfSatisfying(
                            ProteusException.class,
                            e -> assertThat(e.problem().code()).isNotEqualTo(ErrorCode.INTERNAL));
        }
    }

    private void publish(URI server) {
        try (RemotePublishing operator = new RemotePublishing(server, Optional.empty())) {
            operator.publish("alias", document(), ANYTHING);
        }
    }

    private static GraphService start(Optional<Path> data) {
        return GraphService.start(HERE, Optional.empty(), data);
    }

    private static Bytes document() {
        return Bytes.of(
                """
                <gDTSTransformationProgram id="alias" version="1">
                  <Transformer><Class>org.proteus.programs.archive.Zipper</Class></Transformer>
                  <TransformationUnits>
                    <TransformationUnit id="u">
                      <Sources><Source><Input id="TRInput0"/>
                        <ContentType><Mimetype>text/plain</Mimetype></ContentType></Source></Sources>
                      <Target><Output id="TROutput"/>
                        <ContentType><Mimetype>application/zip</Mimetype></ContentType></Target>
                    </TransformationUnit>
                  </TransformationUnits>
                </gDTSTransformationProgram>
                """
                        .getBytes(StandardCharsets.UTF_8));
    }
}
