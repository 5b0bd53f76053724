package org.proteus.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.proteus.worker.WorkerFixture.TEXT;
import static org.proteus.worker.WorkerFixture.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanCost;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.model.program.UnitLimits;
import org.proteus.foundation.model.protocol.Content;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.Partner;
import org.proteus.foundation.model.protocol.PartnerRecord;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.PlanRequest;
import org.proteus.foundation.model.protocol.Release;
import org.proteus.programs.Invocation;

/** Objects that belong together: fetched together, used once, kept until then. */
class WorkerPartnersTest {

    private static final ContentType HTML = ContentType.of("text", "html");

    @TempDir private Path folder;

    private WorkerFixture fixture;
    private FakeQueue queue;

    @BeforeEach
    void prepare() throws IOException {
        fixture = new WorkerFixture(folder);
        queue = fixture.queue;
        fixture.runner
                .on("capitals", ScriptedRunner::capitals)
                .on("join", WorkerPartnersTest::join)
                .on("broken", invocation -> false);
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    /** Writes all its inputs, one after the other. */
    private static boolean join(Invocation invocation) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Invocation.Input input : invocation.inputs()) {
            all.append(Files.readString(input.file()));
        }
        Files.writeString(invocation.output(), all);
        return true;
    }

    @Test
    void allGoIntoTheStepThatTakesThem() throws Exception {
        queue.planner = request -> run("join");
        queue.offer(withPartners(1, "main", located("p.html", "<html>p</html>"), carried("c")));
        fixture.start();
        await().until(() -> queue.published.size() == 1);

        assertThat(fixture.result(1)).isEqualTo("main<html>p</html>c");
        PlanRequest asked = queue.planned.getFirst();
        assertThat(asked.partners()).containsExactly(HTML, TEXT);
        assertThat(asked.size()).isEqualTo("main<html>p</html>c".length());
        Invocation invocation = fixture.runner.invocations.getFirst();
        assertThat(invocation.inputs())
                .extracting(input -> input.file().getFileName().toString())
                .containsExactly("object.txt", "partner1.html", "partner2.txt");
        assertThat(invocation.inputs())
                .extracting(Invocation.Input::name)
                .containsExactly("../main.txt", "../p.html", "c.txt");
        assertThat(queue.commits.getFirst().record().partners())
                .containsExactly(
                        new PartnerRecord("../p.html", HTML, 14, sha256("<html>p</html>")),
                        new PartnerRecord("c.txt", TEXT, 1, sha256("c")));
        await().until(() -> fixture.leftInWork().isEmpty());
    }

    @Test
    void inputsAreGoneOnceTheyAreUsed() throws Exception {
        List<String> left = new ArrayList<>();
        fixture.runner.on(
                "look",
                invocation -> {
                    Path task = invocation.input().file().getParent();
                    try (Stream<Path> files = Files.list(task)) {
                        files.filter(Files::isRegularFile)
                                .forEach(f -> left.add(f.getFileName().toString()));
                    }
                    return ScriptedRunner.capitals(invocation);
                });
        queue.planner = request -> run("join", "look");
        queue.offer(withPartners(1, "a", located("p.txt", "b")));
        fixture.start();
        await().until(() -> queue.published.size() == 1);

        assertThat(fixture.result(1)).isEqualTo("AB");
        assertThat(left).containsExactly("step1.txt");
    }

    @Test
    void aFailureBeforeTheyAreUsedKeepsThem() throws Exception {
        queue.planner =
                request -> request.failures().isEmpty() ? run("capitals", "broken") : run("join");
        queue.offer(withPartners(1, "a", located("p.txt", "b")));
        fixture.start();
        await().until(() -> queue.published.size() == 1);

        assertThat(fixture.result(1)).isEqualTo("Ab");
        assertThat(queue.planned).extracting(r -> r.partners().size()).containsExactly(1, 1);
        assertThat(queue.planned.getLast().size()).isEqualTo(2);
        assertThat(queue.planned.getLast().done()).hasSize(1);
    }

    @Test
    void theStepThatFailsOnThemLeavesThemToTheNext() throws Exception {
        fixture.runner.on("brokenJoin", invocation -> false);
        queue.planner = request -> request.failures().isEmpty() ? run("brokenJoin") : run("join");
        queue.offer(withPartners(1, "a", carried("b")));
        fixture.start();
        await().until(() -> queue.published.size() == 1);

        assertThat(fixture.result(1)).isEqualTo("ab");
        assertThat(queue.planned.getLast().partners()).containsExactly(TEXT);
    }

    @Test
    void aFailureAfterTheyAreUsedDoesNotAskForThemAgain() throws Exception {
        queue.planner =
                request -> request.failures().isEmpty() ? run("join", "broken") : run("capitals");
        queue.offer(withPartners(1, "a", located("p.txt", "b")));
        fixture.start();
        await().until(() -> queue.published.size() == 1);

        assertThat(fixture.result(1)).isEqualTo("AB");
        assertThat(queue.planned.getLast().partners()).isEmpty();
        assertThat(queue.planned.getLast().size()).isEqualTo(2);
        assertThat(queue.planned.getLast().done().getFirst().partners()).containsExactly(TEXT);
    }

    @Test
    void anEmptyPartnerIsRefusedByItsName() throws Exception {
        queue.offer(withPartners(1, "a", located("p.txt", "")));
        fixture.start();
        await().until(() -> queue.releases.size() == 1);

        Release release = queue.releases.getFirst();
        assertThat(release.outcome()).isEqualTo(Release.Outcome.REFUSED);
        assertThat(release.problem().code()).isEqualTo(ErrorCode.BROKEN_OBJECT);
        assertThat(release.problem().message()).contains("'../p.txt'", "is empty");
    }

    @Test
    void aPartnerThatIsGoneFailsTheTaskAndLeavesNothing() throws Exception {
        Partner gone =
                new Partner(
                        "gone.wav",
                        Optional.empty(),
                        new Content.Located(
                                folder.toUri().toString(), "gone.wav", "", 5, Optional.empty()));
        queue.offer(withPartners(1, "a", gone));
        fixture.start();
        await().until(() -> queue.releases.size() == 1);

        assertThat(queue.releases.getFirst().problem().code())
                .isEqualTo(ErrorCode.SOURCE_UNREADABLE);
        await().until(() -> fixture.leftInWork().isEmpty());
    }

    private Lease withPartners(int number, String content, Partner... partners) throws IOException {
        Lease lease = fixture.file(number, "main" + number + ".txt", content);
        return new Lease(
                key(number),
                lease.work(),
                "../main.txt",
                lease.typeHint(),
                lease.content(),
                List.of(partners),
                lease.destination(),
                lease.target(),
                Map.of(),
                true,
                false);
    }

    private Partner located(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
        Content.Located where =
                new Content.Located(
                        folder.toUri().toString(), name, "", content.length(), Optional.empty());
        return new Partner("../" + name, Optional.empty(), where);
    }

    private static Partner carried(String content) {
        Bytes bytes = Bytes.of(content.getBytes(StandardCharsets.UTF_8));
        return new Partner("c.txt", Optional.empty(), new Content.Carried(bytes));
    }

    /** A plan whose joining steps take one partner. */
    private static PlanReply run(String... units) {
        List<PlanStep> steps =
                Stream.of(units)
                        .map(unit ->
                                new PlanStep(
                                        new UnitId("test", unit),
                                        "1",
                                        "sum",
                                        "test.Program",
                                        TEXT,
                                        unit.toLowerCase(java.util.Locale.ROOT).endsWith("join")
                                                ? List.of(TEXT)
                                                : List.of(),
                                        TEXT,
                                        new TreeMap<>(),
                                        UnitLimits.NONE,
                                        /* trusted= */ true))
                        .toList();
        return new PlanReply.Run(
                new Plan(TEXT, TEXT, List.of(), steps, PlanCost.NONE, "test", List.of()));
    }

    private static String sha256(String text) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(
                        java.security.MessageDigest.getInstance("SHA-256")
                                .digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
