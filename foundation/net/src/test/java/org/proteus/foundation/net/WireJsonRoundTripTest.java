package org.proteus.foundation.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.Credentials;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.Page;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.model.protocol.Commit;
import org.proteus.foundation.model.protocol.Content;
import org.proteus.foundation.model.protocol.Destination;
import org.proteus.foundation.model.protocol.Heartbeat;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.Progress;
import org.proteus.foundation.model.protocol.TaskKey;
import org.proteus.foundation.model.protocol.TaskRecord;

class WireJsonRoundTripTest {

    static Stream<Object> records() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordComesBackAsItWas(Object record) throws IOException {
        Object back = read(WireJson.write(record), record.getClass());

        assertThat(back).usingRecursiveComparison().isEqualTo(record);
    }

    @Test
    void listsComeBackAsTheyWere() throws IOException {
        List<Lease> leases = TaskSamples.leases().toList();

        List<Lease> back = WireJson.read(stream(leases), new TypeReference<>() {});

        assertThat(back).usingRecursiveComparison().isEqualTo(leases);
    }

    @Test
    void pagesComeBackAsTheyWere() throws IOException {
        Page<TaskKey> page = new Page<>(List.of(SampleParts.KEY), Optional.of("next"));

        Page<TaskKey> back = WireJson.read(stream(page), new TypeReference<>() {});

        assertThat(back).isEqualTo(page);
    }

    @Test
    void typesAndUnitsAreTextsAlsoAsKeys() throws IOException {
        Map<ContentType, UnitId> units =
                Map.of(ContentType.parse("image/png; width=640"), new UnitId("magick", "convert"));
        Map<UnitId, Long> counts = Map.of(new UnitId("a", "b"), 7L);

        assertThat(text(WireJson.write(units)))
                .isEqualTo("{\"image/png; width=\\\"640\\\"\":\"magick/convert\"}");
        Map<ContentType, UnitId> unitsBack = WireJson.read(stream(units), new TypeReference<>() {});
        Map<UnitId, Long> countsBack = WireJson.read(stream(counts), new TypeReference<>() {});
        assertThat(unitsBack).isEqualTo(units);
        assertThat(countsBack).isEqualTo(counts);
    }

    @Test
    void answersAreNotFieldsAndAbsenceIsLeftOut() {
        assertThat(text(WireJson.write(PlanSamples.passThrough()))).doesNotContain("passThrough");
        assertThat(text(WireJson.write(TaskRecord.EMPTY)))
                .isEqualTo(
                        "{\"sourceSize\":-1,\"sourceChecksum\":\"\",\"partners\":[],\"steps\":[],\"durationMillis\":0}");
        assertThat(text(WireJson.write(ViewSamples.decision())))
                .contains("\"2026-11-22T10:15:30Z\"");
    }

    @Test
    void anOlderWorkerTellsBytesOnly() throws IOException {
        String json =
                """
                {"key": {"task": "job/7/0", "token": 3}, "stage": "fetch", "done": 1, "total": 2,
                 "measure": "bytes"}
                """;

        Progress progress = read(json.getBytes(StandardCharsets.UTF_8), Progress.class);

        assertThat(progress).isEqualTo(new Progress(SampleParts.KEY, "fetch", 1, 2, "bytes"));
    }

    @Test
    void aRequestNeedsNoMoreThanItsThreePlaces() throws IOException {
        String json =
                """
                {"from": {"uri": "file:///in"}, "to": "png", "into": {"uri": "file:///out"}}\
                """;

        JobRequest request = read(json.getBytes(StandardCharsets.UTF_8), JobRequest.class);

        assertThat(request).isEqualTo(JobRequest.of("file:///in", "png", "file:///out"));
    }

    @Property
    void anyTextSurvives(@ForAll String name, @ForAll String stage, @ForAll long token)
            throws IOException {
        Progress progress = new Progress(new TaskKey(name, token), stage, token, 0, stage);
        Heartbeat heartbeat = new Heartbeat(name, List.of(progress), 0, true);

        // Half a surrogate pair has no form in UTF-8.
        if (StandardCharsets.UTF_8.newEncoder().canEncode(name + stage)) {
            assertThat(read(WireJson.write(heartbeat), Heartbeat.class)).isEqualTo(heartbeat);
        }
    }

    @Property
    void anyBytesSurvive(@ForAll byte[] bytes, @ForAll long size) throws IOException {
        Commit commit =
                new Commit(
                        SampleParts.KEY,
                        "",
                        size,
                        "",
                        Optional.of(Bytes.of(bytes)),
                        TaskRecord.EMPTY);
        Content carried = new Content.Carried(Bytes.of(bytes));

        assertThat(read(WireJson.write(commit), Commit.class).carried().orElseThrow().array())
                .isEqualTo(bytes);
        assertThat(read(WireJson.write(carried), Content.class))
                .usingRecursiveComparison()
                .isEqualTo(carried);
    }

    @Test
    void secretsTravelInsideButAreNotShown() throws IOException {
        Credentials secret = new Credentials("me", "s3cret");
        Destination sink = new Destination.Stored("ftp://host/", ".t", "a", Optional.of(secret));

        assertThat(read(WireJson.write(sink), Destination.class)).isEqualTo(sink);
        assertThat(sink.toString()).doesNotContain("s3cret");
    }

    private static <T> T read(byte[] json, Class<T> type) throws IOException {
        return WireJson.read(new ByteArrayInputStream(json), type);
    }

    private static ByteArrayInputStream stream(Object value) {
        return new ByteArrayInputStream(WireJson.write(value));
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
